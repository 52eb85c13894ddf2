package dev.benchlight.app.ui.servers;

import dev.benchlight.app.checkup.Checkup;
import dev.benchlight.app.checkup.Checkups;
import dev.benchlight.app.ui.fx.Icons;
import dev.benchlight.app.ui.fx.VisibleText;

import javafx.scene.Node;
import javafx.scene.control.Button;

import org.kordamp.ikonli.feather.Feather;

import java.util.Optional;
import java.util.function.Consumer;

/// Marks a server whose catalogue is not as it was accepted; a click shows what changed. JavaFX
/// thread only.
///
/// @param show shows the changes of the server of this name
record ChangeBadge(Checkups checkups, Consumer<String> show) {

    /// Empty if nothing changed. Its accessible text is what stands on it when it is pointed at.
    Optional<Node> of(String server) {
        String words = checkups.of(server).map(Checkup::changesInWords).orElse("");
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Button badge =
                Icons.button(
                        Feather.GIT_COMMIT,
                        "The catalogue of " + VisibleText.name(server) + " changed: " + words,
                        () -> show.accept(server));
        badge.getStyleClass().add("change-badge");
        return Optional.of(badge);
    }
}
