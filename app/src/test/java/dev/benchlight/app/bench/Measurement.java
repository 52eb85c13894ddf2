package dev.benchlight.app.bench;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// One figure, with what it is compared to.
///
/// @param name what was measured
/// @param value in `unit`
/// @param reference the reference's figure of the same run and unit, or the fixed bound
/// @param referenceName what the reference is
/// @param most the greatest `value / reference` that meets the requirement, or NaN without one
public record Measurement(
        String name,
        double value,
        String unit,
        double reference,
        String referenceName,
        double most) {

    /// A figure that only has to stay under a fixed bound.
    static Measurement bounded(String name, double value, String unit, double bound) {
        return new Measurement(name, value, unit, bound, "bound", 1);
    }

    /// A figure for the record, compared with nothing.
    static Measurement plain(String name, double value, String unit) {
        return new Measurement(name, value, unit, Double.NaN, "", Double.NaN);
    }

    /// A figure beside a reference's.
    static Measurement compared(
            String name, double value, String unit, double reference, String referenceName) {
        return new Measurement(name, value, unit, reference, referenceName, Double.NaN);
    }

    /// The same with a requirement.
    Measurement atMost(double ratio) {
        return new Measurement(name, value, unit, reference, referenceName, ratio);
    }

    double ratio() {
        return value / reference;
    }

    /// Whether the requirement is met, or null where there is none.
    @Nullable Boolean met() {
        return Double.isNaN(most) ? null : ratio() <= most;
    }

    String row() {
        if (Double.isNaN(reference)) {
            return String.format(Locale.ROOT, "%-58s %10.2f %-4s", name, value, unit);
        }
        Boolean met = met();
        return String.format(
                Locale.ROOT,
                "%-58s %10.2f %-4s  %6.2f of %-22s %9.2f  %s",
                name,
                value,
                unit,
                ratio(),
                referenceName,
                reference,
                met == null ? "" : met ? "met" : "NOT MET (at most %.2f)".formatted(most));
    }
}
