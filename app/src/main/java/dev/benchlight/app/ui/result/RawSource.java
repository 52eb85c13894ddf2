package dev.benchlight.app.ui.result;

import dev.benchlight.trace.SpanId;

import java.util.Optional;

/// Looks up the exact bytes of an answer. May block.
@FunctionalInterface
public interface RawSource {
    /// The bytes of the frame that answered, or empty if they are not stored (any more).
    Optional<byte[]> response(SpanId span);
}
