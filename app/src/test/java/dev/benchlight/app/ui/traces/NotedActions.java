package dev.benchlight.app.ui.traces;

import dev.benchlight.app.traces.TraceDetail;

import java.util.ArrayList;
import java.util.List;

/// Actions that are only noted, in words.
final class NotedActions implements TraceActions {
    final List<String> done = new ArrayList<>();

    @Override
    public void rerun(TraceDetail detail) {
        done.add("re-run " + detail.row().name());
    }

    @Override
    public void editAndReplay(TraceDetail detail) {
        done.add("edit " + detail.row().name());
    }

    @Override
    public void save(String suggestedName, byte[] bytes) {
        done.add("save " + suggestedName);
    }

    @Override
    public void copy(String text) {
        done.add("copy " + text);
    }
}
