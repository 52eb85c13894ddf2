package dev.benchlight.app.ui.result;

import dev.benchlight.render.RenderInput;

/// One thing to show of a result.
///
/// @param label what it is, such as "text" or "user"
/// @param facts annotations and `_meta` as compact JSON, or empty
public record Part(String label, RenderInput input, String facts) {}
