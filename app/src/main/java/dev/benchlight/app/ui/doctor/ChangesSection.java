package dev.benchlight.app.ui.doctor;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.checkup.Checkup;
import dev.benchlight.app.checkup.Checkups;
import dev.benchlight.app.snapshots.Change;
import dev.benchlight.app.snapshots.Impact;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.workbench.Workbench;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Optional;

/// What of a server's catalogue is not as it was when it was accepted, and the button to accept it.
/// JavaFX thread only.
public final class ChangesSection extends CheckupSection {
    /// What it is known by.
    public static final String TITLE = "Changes";

    private static final int LONGEST_TEXT = 80;

    private final Button accept = new Button("Accept the changes");
    private final Label state = new Label();
    private final EntryList<Change> entries = new EntryList<>("changes", this::entry);

    public ChangesSection(
            String server, Checkups checkups, FxBatcher batcher, Workbench workbench) {
        super(TITLE, server, checkups, batcher, workbench);
        state.getStyleClass().add(Styles.TEXT_MUTED);
        accept.getStyleClass().add(Styles.SMALL);
        accept.setMinWidth(Region.USE_PREF_SIZE);
        accept.setOnAction(_ -> checkups.accept(server));
        HBox bar = new HBox(10, accept, state);
        bar.getStyleClass().add("center-line");
        consistOf(bar, entries);
    }

    @Override
    String show(Optional<Checkup> checkup) {
        List<Change> changes = checkup.map(Checkup::changes).orElse(List.of());
        accept.setVisible(!changes.isEmpty());
        accept.setManaged(!changes.isEmpty());
        state.setText(state(checkup));
        entries.show(changes, "");
        if (checkup.isEmpty()) {
            return "not compared yet";
        }
        if (changes.isEmpty()) {
            return checkup.get().compared() ? "none" : "not compared";
        }
        return checkup.get().changesInWords();
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

    private Entry entry(Change change) {
        JsonNode before = change.before();
        JsonNode after = change.after();
        boolean rewritten = isLongText(before) || isLongText(after);
        Entry entry =
                new Entry(
                        word(change.impact()),
                        style(change.impact()),
                        change.where(),
                        rewritten ? "was rewritten" : change.message(),
                        opens(change.where()));
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
