package dev.benchlight.app.doctor;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Collects findings, a few of each code for each item, so that one bad item does not bury all the
/// others. For one thread.
final class Findings {
    private static final int MOST_OF_A_CODE = 5;

    private final List<Finding> all = new ArrayList<>();
    private final Map<String, Integer> ofItem = new HashMap<>();

    /// What is added from here on is about another item.
    void nextItem() {
        ofItem.clear();
    }

    void add(String code, Severity severity, Place where, String message) {
        add(code, severity, where, message, null);
    }

    void add(String code, Severity severity, Place where, String message, @Nullable String hint) {
        if (ofItem.merge(code, 1, Integer::sum) <= MOST_OF_A_CODE) {
            all.add(new Finding(code, severity, where, message, hint));
        }
    }

    /// Whether the item at hand has one of these already.
    boolean has(String... codes) {
        for (String code : codes) {
            if (ofItem.containsKey(code)) {
                return true;
            }
        }
        return false;
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
