package dev.benchlight.app.doctor;

import dev.benchlight.app.doctor.Place.Kind;
import dev.benchlight.app.text.Hidden;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Names that stand twice, look like others, or that models and clients refuse. Keeps what it has
/// seen, so that each name is compared with all before it at once.
final class NameLint {
    /// "Tool Names" of the specification of tools, since 2025-11-25; a slash is common.
    private static final Pattern USUAL = Pattern.compile("[A-Za-z0-9_./-]{1,128}");

    private final Kind kind;
    private final Findings findings;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, String> looks = new HashMap<>();
    private final Map<String, String> spellings = new HashMap<>();

    NameLint(Kind kind, Findings findings) {
        this.kind = kind;
        this.findings = findings;
    }

    void of(Place place) {
        String name = place.name();
        if (!seen.add(name)) {
            findings.add(
                    "duplicate-name",
                    Severity.ERROR,
                    place,
                    "stands in the list more than once",
                    "Clients call one of them, and which is not said.");
            return;
        }
        if (kind != Kind.TOOL && kind != Kind.PROMPT) {
            return;
        }
        String looked = looks.putIfAbsent(Confusables.look(name), name);
        String spelled = spellings.putIfAbsent(Confusables.spelling(name), name);
        if (Confusables.imitates(name)) {
            String like = looked == null ? "" : "; it reads like " + Hidden.line(looked);
            findings.add(
                    "look-alike-name",
                    Severity.WARNING,
                    place,
                    "has a name with letters that look like others: " + foreign(name) + like,
                    "Spell the name in letters of one script.");
        } else if (looked != null || spelled != null) {
            findings.add(
                    "confusable-names",
                    Severity.LOOK_AT,
                    place,
                    "has a name that is easily taken for " + Hidden.line(either(looked, spelled)),
                    "Give them names that a model cannot mix up.");
        } else if (kind == Kind.TOOL && !USUAL.matcher(name).matches() && !hides(name)) {
            findings.add(
                    "unusual-name",
                    Severity.WARNING,
                    place,
                    "has a name that models and clients refuse",
                    "It should be 1 to 128 letters, digits, or _ . / -");
        }
    }

    private static String either(@Nullable String one, @Nullable String other) {
        return one != null ? one : String.valueOf(other);
    }

    /// What hides in a name is told of as what hides in a text.
    private static boolean hides(String name) {
        return name.codePoints().anyMatch(Hidden::isHarmful);
    }

    private static String foreign(String name) {
        List<String> letters = new ArrayList<>();
        name.codePoints()
                .filter(c -> c > 0x7f)
                .distinct()
                .limit(5)
                .forEach(c -> letters.add("U+%04X %s".formatted(c, Character.getName(c))));
        return String.join(", ", letters);
    }
}
