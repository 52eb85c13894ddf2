package dev.benchlight.app.ui.doctor;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.checkup.Checkup;
import dev.benchlight.app.checkup.Checkups;
import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.app.doctor.Place.Kind;
import dev.benchlight.app.snapshots.Change;
import dev.benchlight.app.snapshots.Impact;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.server.ServerSection;
import dev.benchlight.app.ui.workbench.Workbench;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Optional;

/// What of a server's catalogue is not as it was when it was accepted, and the button to accept it.
/// JavaFX thread only.
public final class ChangesSection implements ServerSection {
    private static final int MOST_SHOWN = 200;
    private static final int LONGEST_TEXT = 80;

    private final String server;
    private final Checkups checkups;
    private final Workbench workbench;
    private final Button accept = new Button("Accept the changes");
    private final Label state = new Label();
    private final VBox entries = new VBox();
    private final VBox node = new VBox(6, new HBox(10, accept, state), entries);
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final Runnable end;

    public ChangesSection(
            String server, Checkups checkups, FxBatcher batcher, Workbench workbench) {
        this.server = server;
        this.checkups = checkups;
        this.workbench = workbench;
        node.getStylesheets().add(FindingsSection.stylesheet());
        node.getChildren().getFirst().getStyleClass().add("center-line");
        state.getStyleClass().add(Styles.TEXT_MUTED);
        accept.getStyleClass().add(Styles.SMALL);
        accept.setMinWidth(Region.USE_PREF_SIZE);
        accept.setOnAction(_ -> checkups.accept(server));
        end =
                checkups.subscribe(changed -> {
                    if (changed.equals(server)) {
                        batcher.run(this::update);
                    }
                });
        update();
    }

    @Override
    public String title() {
        return "Changes";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(ConnectionSnapshot snapshot) {
        // It follows the checkups, which follow the connection.
    }

    @Override
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    @Override
    public boolean isOpenAtFirst() {
        return true;
    }

    @Override
    public void close() {
        end.run();
    }

    private void update() {
        Optional<Checkup> checkup = checkups.of(server);
        List<Change> changes = checkup.map(Checkup::changes).orElse(List.of());
        String words = checkup.map(Checkup::changesInWords).orElse("not compared yet");
        boolean compared = checkup.map(Checkup::compared).orElse(true);
        summary.set(!words.isEmpty() ? words : compared ? "none" : "not compared");
        accept.setVisible(!changes.isEmpty());
        accept.setManaged(!changes.isEmpty());
        state.setText(state(checkup));
        entries.getChildren().clear();
        for (Change change : changes.subList(0, Math.min(MOST_SHOWN, changes.size()))) {
            entries.getChildren().add(entry(change));
        }
        if (changes.size() > MOST_SHOWN) {
            int more = changes.size() - MOST_SHOWN;
            entries.getChildren()
                    .add(new Label("and " + more + " more; benchlight inspect lists them all"));
        }
    }

    private static String state(Optional<Checkup> checkup) {
        if (checkup.isEmpty()) {
            return "Compared once the server has listed what it offers.";
        }
        if (!checkup.get().compared()) {
            return "Not compared, since a list is not whole.";
        }
        return checkup.get().changes().isEmpty()
                ? "The catalogue is as it was accepted."
                : "since it was last accepted";
    }

    private Node entry(Change change) {
        boolean opens = change.where().kind() != Kind.SERVER;
        JsonNode before = change.before();
        JsonNode after = change.after();
        boolean rewritten = isLongText(before) || isLongText(after);
        Entry entry =
                new Entry(
                        word(change.impact()),
                        style(change.impact()),
                        change.where(),
                        rewritten ? "was rewritten" : change.message(),
                        opens ? place -> workbench.open(Opened.of(server, place), "") : null);
        if (rewritten) {
            entry.with(before == null ? null : "was: " + before.asString(""), "doctor-before");
            entry.with(after == null ? null : "is: " + after.asString(""), "doctor-after");
        }
        return entry;
    }

    private static boolean isLongText(@Nullable JsonNode value) {
        return value != null && value.isString() && value.stringValue().length() > LONGEST_TEXT;
    }

    private static String word(Impact impact) {
        return switch (impact) {
            case BREAKING -> "Breaking";
            case BEHAVIOURAL -> "Behaviour";
            case DESCRIPTION -> "Words";
        };
    }

    private static String style(Impact impact) {
        return switch (impact) {
            case BREAKING -> "danger";
            case BEHAVIOURAL -> "warning";
            case DESCRIPTION -> "text-muted";
        };
    }
}
