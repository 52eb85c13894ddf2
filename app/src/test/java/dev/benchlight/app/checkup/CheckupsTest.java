package dev.benchlight.app.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.snapshots.Change;
import dev.benchlight.app.snapshots.Impact;
import dev.benchlight.app.snapshots.Snapshots;
import dev.benchlight.app.workspace.DataFolder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

class CheckupsTest {
    @TempDir private Path folder;

    private Checkups checkups() {
        return new Checkups(new Snapshots(DataFolder.open(folder, Map.of())));
    }

    /// What is known once all that was seen is looked at.
    private Checkup after(Runnable seen, Checkups checkups) {
        seen.run();
        checkups.close();
        return checkups.of(Catalogues.SERVER).orElseThrow();
    }

    private Checkup look(boolean complete, String... tools) {
        Checkups checkups = checkups();
        return after(() -> checkups.see(Catalogues.of(complete, tools)), checkups);
    }

    @Test
    void theFirstCatalogueIsAcceptedAndALaterOneTellsWhatChanged() {
        assertThat(look(true, Catalogues.tool("t", "a", "")).changes()).isEmpty();

        Checkup changed = look(true, Catalogues.tool("t", "b", "\"a\""));

        assertThat(changed.changes())
                .extracting(Change::impact)
                .containsExactly(Impact.BREAKING, Impact.DESCRIPTION);
        assertThat(changed.changesInWords()).isEqualTo("1 breaking, 1 in words only");
        assertThat(look(true, Catalogues.tool("t", "b", "\"a\"")).changes()).hasSize(2);
    }

    @Test
    void anAcceptedCatalogueIsNoChangeAnyMore() {
        look(true, Catalogues.tool("t", "a", ""));
        Checkups checkups = checkups();
        List<String> told = new CopyOnWriteArrayList<>();
        checkups.subscribe(told::add);

        Checkup accepted =
                after(
                        () -> {
                            checkups.see(Catalogues.of(true, Catalogues.tool("t", "b", "")));
                            checkups.accept(Catalogues.SERVER);
                        },
                        checkups);

        assertThat(accepted.changes()).isEmpty();
        assertThat(told).containsExactly(Catalogues.SERVER, Catalogues.SERVER);
        assertThat(look(true, Catalogues.tool("t", "b", "")).changes()).isEmpty();
    }

    @Test
    void aListThatIsNotWholeSaysNothingOfChanges() {
        look(true, Catalogues.tool("t", "a", ""));

        Checkup cut = look(false);

        assertThat(cut.changes()).isEmpty();
        assertThat(cut.compared()).isFalse();
        assertThat(look(true).changes()).hasSize(1);
    }

    @Test
    void theSameCatalogueIsLookedAtOnce() {
        Checkups checkups = checkups();
        List<String> told = new CopyOnWriteArrayList<>();
        checkups.subscribe(told::add);
        var snapshot = Catalogues.of(true, Catalogues.tool("t", "", ""));

        Checkup checkup =
                after(
                        () -> {
                            checkups.see(snapshot);
                            checkups.see(snapshot);
                        },
                        checkups);

        assertThat(told).hasSize(1);
        assertThat(checkup.findings()).anyMatch(finding -> finding.code().equals("no-description"));
    }
}
