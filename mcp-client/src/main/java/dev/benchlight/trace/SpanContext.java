package dev.benchlight.trace;

/// A place in a tree of spans, for what is to hang below it.
public record SpanContext(TraceId trace, SpanId span) {}
