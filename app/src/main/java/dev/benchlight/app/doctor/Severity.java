package dev.benchlight.app.doctor;

import java.util.Locale;

/// How much a finding matters, the worst first.
public enum Severity {
    /// Against the protocol or JSON Schema: no client can do what was meant.
    ERROR,
    /// Some clients or models refuse it, or it is dangerous.
    WARNING,
    /// May be meant well; a person has to look at it.
    LOOK_AT,
    /// Works; could be better.
    NOTE;

    /// As it stands in JSON, such as `look-at`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
