package dev.benchlight.app.ui.doctor;

import dev.benchlight.app.checkup.Checkup;
import dev.benchlight.app.checkup.Checkups;
import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.app.doctor.Place;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.server.ServerSection;
import dev.benchlight.app.ui.workbench.Workbench;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// A section that follows the checkups of a server. Lives on the JavaFX thread.
abstract class CheckupSection implements ServerSection {
    private final String title;
    private final String server;
    private final Checkups checkups;
    private final Workbench workbench;
    private final VBox node = new VBox(6);
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final Runnable end;

    CheckupSection(
            String title,
            String server,
            Checkups checkups,
            FxBatcher batcher,
            Workbench workbench) {
        this.title = title;
        this.server = server;
        this.checkups = checkups;
        this.workbench = workbench;
        node.getStylesheets()
                .add(
                        Objects.requireNonNull(CheckupSection.class.getResource("doctor.css"))
                                .toExternalForm());
        end =
                checkups.subscribe(changed -> {
                    if (changed.equals(server)) {
                        batcher.run(this::update);
                    }
                });
    }

    /// Sets what it consists of, once, and shows what is known.
    final void consistOf(Node... parts) {
        node.getChildren().setAll(parts);
        update();
    }

    private void update() {
        summary.set(show(checkups.of(server)));
    }

    /// @param checkup empty until there was one
    /// @return a few words beside the title
    abstract String show(Optional<Checkup> checkup);

    /// Opens what a place names; null for the server itself, whose tab this is.
    final @Nullable Consumer<Place> opens(Place where) {
        return where.kind() == Place.Kind.SERVER
                ? null
                : place -> workbench.open(Opened.of(server, place), "");
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final Node node() {
        return node;
    }

    /// It follows the checkups, which follow the connection.
    @Override
    public final void show(ConnectionSnapshot snapshot) {}

    @Override
    public final ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    @Override
    public final boolean isOpenAtFirst() {
        return true;
    }

    @Override
    public final void close() {
        end.run();
    }
}
