package dev.benchlight.app.ui.doctor;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.checkup.Checkup;
import dev.benchlight.app.checkup.Checkups;
import dev.benchlight.app.doctor.Finding;
import dev.benchlight.app.doctor.Severity;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.workbench.Workbench;

import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What the doctor found in what a server lists; a click opens the tool. JavaFX thread only.
public final class FindingsSection extends CheckupSection {
    private final HBox filters = new HBox(4);
    private final EntryList<Finding> entries = new EntryList<>("findings", this::entry);
    private final Map<Severity, ToggleButton> toggles = new EnumMap<>(Severity.class);
    private List<Finding> findings = List.of();
    private String none = "";

    public FindingsSection(
            String server, Checkups checkups, FxBatcher batcher, Workbench workbench) {
        super("Findings", server, checkups, batcher, workbench);
        filters.getStyleClass().add("center-line");
        for (Severity severity : Severity.values()) {
            ToggleButton toggle = new ToggleButton();
            toggle.getStyleClass().add("doctor-filter");
            toggle.setSelected(true);
            toggle.setOnAction(_ -> fill());
            toggles.put(severity, toggle);
            filters.getChildren().add(toggle);
        }
        consistOf(filters, entries);
    }

    @Override
    String show(Optional<Checkup> checkup) {
        findings = checkup.map(Checkup::findings).orElse(List.of());
        none =
                checkup.isPresent()
                        ? "Nothing to mend."
                        : "The server is looked at once it has listed what it offers.";
        List<String> parts = new ArrayList<>();
        toggles.forEach((severity, toggle) -> {
            long count = findings.stream().filter(f -> f.severity() == severity).count();
            toggle.setText(SeverityWords.many(severity) + " " + count);
            toggle.setAccessibleText("Show " + SeverityWords.counted(severity, count));
            toggle.setVisible(count > 0);
            toggle.setManaged(count > 0);
            if (count > 0) {
                parts.add(SeverityWords.counted(severity, count));
            }
        });
        filters.setVisible(!findings.isEmpty());
        filters.setManaged(!findings.isEmpty());
        fill();
        if (!parts.isEmpty()) {
            return String.join(", ", parts);
        }
        return checkup.isEmpty() ? "not looked at yet" : "none";
    }

    private void fill() {
        List<Finding> wanted =
                findings.stream()
                        .filter(f -> Objects.requireNonNull(toggles.get(f.severity())).isSelected())
                        .sorted(Comparator.comparing(Finding::severity))
                        .toList();
        entries.show(wanted, findings.isEmpty() ? none : "All of them are hidden.");
    }

    private Entry entry(Finding finding) {
        return new Entry(
                        SeverityWords.one(finding.severity()),
                        SeverityWords.style(finding.severity()),
                        finding.where(),
                        finding.message(),
                        opens(finding.where()))
                .with(finding.hint(), Styles.TEXT_MUTED);
    }
}
