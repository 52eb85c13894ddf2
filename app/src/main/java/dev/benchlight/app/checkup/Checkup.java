package dev.benchlight.app.checkup;

import dev.benchlight.app.doctor.Finding;
import dev.benchlight.app.snapshots.CatalogueSnapshot;
import dev.benchlight.app.snapshots.Change;
import dev.benchlight.app.snapshots.Impact;
import dev.benchlight.mcp.wire.ServerConfig;

import java.util.ArrayList;
import java.util.List;

/// What was found of a server's catalogue, and what of it changed since it was accepted. Immutable.
///
/// @param catalogue as it is now
/// @param compared false while a list is not whole, so that nothing can be said of changes
/// @param changes the worst first
public record Checkup(
        ServerConfig config,
        CatalogueSnapshot catalogue,
        List<Finding> findings,
        boolean compared,
        List<Change> changes) {
    public Checkup {
        findings = List.copyOf(findings);
        changes = List.copyOf(changes);
    }

    Checkup accepted() {
        return new Checkup(config, catalogue, findings, compared, List.of());
    }

    /// Such as `1 breaking, 2 behavioural`; empty if nothing changed.
    public String changesInWords() {
        List<String> parts = new ArrayList<>();
        for (Impact impact : Impact.values()) {
            long count = changes.stream().filter(change -> change.impact() == impact).count();
            if (count > 0) {
                String word = impact == Impact.DESCRIPTION ? "in words only" : impact.word();
                parts.add(count + " " + word);
            }
        }
        return String.join(", ", parts);
    }
}
