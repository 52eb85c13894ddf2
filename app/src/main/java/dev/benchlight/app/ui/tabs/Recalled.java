package dev.benchlight.app.ui.tabs;

import dev.benchlight.app.ui.result.Run;
import dev.benchlight.app.ui.workbench.Place;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What was recorded for tabs that are about to be opened. JavaFX thread only.
public final class Recalled {
    private final Map<Replay, Run> runs = new HashMap<>();

    /// Has `run` shown by the tab that `open` opens for the replay.
    void during(Replay replay, Run run, Runnable open) {
        runs.put(replay, run);
        try {
            open.run();
        } finally {
            runs.remove(replay);
        }
    }

    Optional<Run> of(Place place, String draft) {
        return Optional.ofNullable(runs.get(new Replay(place, draft)));
    }
}
