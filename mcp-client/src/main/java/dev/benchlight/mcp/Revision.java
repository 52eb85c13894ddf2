package dev.benchlight.mcp;

import dev.benchlight.mcp.tasks.TaskRules;
import dev.benchlight.mcp.wire.WireRules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The revisions of the Model Context Protocol, oldest first, and which rules hold in each.
public enum Revision {
    R2024_11_05("2024-11-05"),
    R2025_03_26("2025-03-26"),
    R2025_06_18("2025-06-18"),
    R2025_11_25("2025-11-25"),
    R2026_07_28("2026-07-28");

    /// The newest revision this engine speaks.
    public static final Revision LATEST = R2026_07_28;

    /// The newest one that begins with `initialize`.
    public static final Revision LATEST_LEGACY = R2025_11_25;

    private final String version;

    Revision(String version) {
        this.version = version;
    }

    /// As it stands on the wire, such as `2025-11-25`.
    public String version() {
        return version;
    }

    public static Optional<Revision> of(String version) {
        return Stream.of(values()).filter(revision -> revision.version.equals(version)).findFirst();
    }

    /// Those of one era, oldest first.
    public static List<Revision> of(Era era) {
        return Stream.of(values()).filter(revision -> revision.era() == era).toList();
    }

    public Era era() {
        return compareTo(R2026_07_28) >= 0 ? Era.MODERN : Era.LEGACY;
    }

    /// Whether a client must take several messages in one array (only in 2025-03-26).
    public boolean receivesBatches() {
        return this == R2025_03_26;
    }

    /// Whether structured content may be any value; else it is an object.
    boolean structuresAnyValue() {
        return era() == Era.MODERN;
    }

    /// What tasks are in it.
    public TaskRules taskRules() {
        return switch (this) {
            case R2024_11_05, R2025_03_26, R2025_06_18 -> TaskRules.NONE;
            case R2025_11_25 -> TaskRules.EXPERIMENTAL;
            case R2026_07_28 -> TaskRules.EXTENSION;
        };
    }

    /// What HTTP requests after the first answer carry, and what they may rely on.
    WireRules wireRules() {
        return new WireRules(version, compareTo(R2025_06_18) >= 0, era() == Era.LEGACY);
    }
}
