package dev.benchlight.app.snapshots;

import java.util.Locale;

/// What a change of a catalogue does, the worst first.
public enum Impact {
    /// Calls that were right may fail now, or their results lack something.
    BREAKING,
    /// The same calls work, but something may happen differently, or more can be done.
    BEHAVIOURAL,
    /// Only words changed. A model reads them all the same.
    DESCRIPTION;

    /// As it stands in JSON.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
