package dev.benchlight.app.ui.servers;

import dev.benchlight.app.checkup.Checkup;
import dev.benchlight.app.checkup.Checkups;
import dev.benchlight.app.ui.fx.Icons;
import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.app.ui.workbench.Place;
import dev.benchlight.app.ui.workbench.Workbench;

import javafx.scene.Node;
import javafx.scene.control.Button;

import org.kordamp.ikonli.feather.Feather;

import java.util.Optional;

/// Marks a server whose catalogue is not as it was accepted; a click opens the server's tab, where
/// the changes stand. JavaFX thread only.
record ChangeBadge(Checkups checkups, Workbench workbench) {

    /// Empty if nothing changed.
    Optional<Node> of(String server) {
        String words = checkups.of(server).map(Checkup::changesInWords).orElse("");
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Button badge =
                Icons.button(
                        Feather.GIT_COMMIT,
                        "The catalogue of " + VisibleText.name(server) + " changed: " + words,
                        () -> workbench.open(new Place.ServerPlace(server), ""));
        badge.getStyleClass().add("change-badge");
        return Optional.of(badge);
    }
}
