package dev.benchlight.app.ui.doctor;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.checkup.Checkup;
import dev.benchlight.app.checkup.Checkups;
import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.app.doctor.Finding;
import dev.benchlight.app.doctor.Place.Kind;
import dev.benchlight.app.doctor.Severity;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.server.ServerSection;
import dev.benchlight.app.ui.workbench.Workbench;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What the doctor found in what a server lists; a click opens the tool. JavaFX thread only.
public final class FindingsSection implements ServerSection {
    private static final int MOST_SHOWN = 200;

    private final String server;
    private final Checkups checkups;
    private final Workbench workbench;
    private final HBox filters = new HBox(4);
    private final VBox entries = new VBox();
    private final VBox node = new VBox(6, filters, entries);
    private final Map<Severity, ToggleButton> toggles = new EnumMap<>(Severity.class);
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final Runnable end;
    private List<Finding> findings = List.of();

    public FindingsSection(
            String server, Checkups checkups, FxBatcher batcher, Workbench workbench) {
        this.server = server;
        this.checkups = checkups;
        this.workbench = workbench;
        node.getStylesheets().add(stylesheet());
        filters.getStyleClass().add("center-line");
        for (Severity severity : Severity.values()) {
            ToggleButton toggle = new ToggleButton();
            toggle.getStyleClass().add("doctor-filter");
            toggle.setSelected(true);
            toggle.setOnAction(_ -> fill());
            toggles.put(severity, toggle);
            filters.getChildren().add(toggle);
        }
        end =
                checkups.subscribe(changed -> {
                    if (changed.equals(server)) {
                        batcher.run(this::update);
                    }
                });
        update();
    }

    static String stylesheet() {
        return Objects.requireNonNull(FindingsSection.class.getResource("doctor.css"))
                .toExternalForm();
    }

    @Override
    public String title() {
        return "Findings";
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
        findings = checkup.map(Checkup::findings).orElse(List.of());
        List<String> parts = new ArrayList<>();
        toggles.forEach((severity, toggle) -> {
            long count = count(severity);
            toggle.setText(SeverityWords.many(severity) + " " + count);
            toggle.setAccessibleText("Show " + SeverityWords.counted(severity, count));
            toggle.setVisible(count > 0);
            toggle.setManaged(count > 0);
            if (count > 0) {
                parts.add(SeverityWords.counted(severity, count));
            }
        });
        String none = checkup.isEmpty() ? "not looked at yet" : "none";
        summary.set(parts.isEmpty() ? none : String.join(", ", parts));
        filters.setVisible(!findings.isEmpty());
        filters.setManaged(!findings.isEmpty());
        fill();
    }

    private long count(Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity).count();
    }

    private void fill() {
        Set<Severity> shown = EnumSet.noneOf(Severity.class);
        toggles.forEach((severity, toggle) -> {
            if (toggle.isSelected()) {
                shown.add(severity);
            }
        });
        List<Finding> wanted =
                findings.stream()
                        .filter(finding -> shown.contains(finding.severity()))
                        .sorted((one, other) -> one.severity().compareTo(other.severity()))
                        .toList();
        entries.getChildren().clear();
        for (Finding finding : wanted.subList(0, Math.min(MOST_SHOWN, wanted.size()))) {
            entries.getChildren().add(entry(finding));
        }
        if (wanted.size() > MOST_SHOWN) {
            int more = wanted.size() - MOST_SHOWN;
            entries.getChildren()
                    .add(new Label("and " + more + " more; benchlight inspect lists them all"));
        } else if (findings.isEmpty()) {
            String text =
                    checkups.of(server).isPresent()
                            ? "Nothing to mend."
                            : "The server is looked at once it has listed what it offers.";
            Label none = new Label(text);
            none.getStyleClass().add(Styles.TEXT_MUTED);
            entries.getChildren().add(none);
        }
    }

    private Node entry(Finding finding) {
        boolean opens = finding.where().kind() != Kind.SERVER;
        return new Entry(
                        SeverityWords.one(finding.severity()),
                        SeverityWords.style(finding.severity()),
                        finding.where(),
                        finding.message(),
                        opens ? place -> workbench.open(Opened.of(server, place), "") : null)
                .with(finding.hint(), Styles.TEXT_MUTED);
    }
}
