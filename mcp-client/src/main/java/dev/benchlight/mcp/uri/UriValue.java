package dev.benchlight.mcp.uri;

import java.util.List;

/// What a variable of a URI template stands for (RFC 6570, section 2.3). Immutable.
public sealed interface UriValue {

    record Text(String text) implements UriValue {}

    record Items(List<String> items) implements UriValue {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// Keys and values, in order.
    record Pairs(List<Pair> pairs) implements UriValue {
        public Pairs {
            pairs = List.copyOf(pairs);
        }
    }

    record Pair(String key, String value) {}

    /// A list or map without members counts as no value at all.
    default boolean isUndefined() {
        return switch (this) {
            case Text _ -> false;
            case Items(List<String> items) -> items.isEmpty();
            case Pairs(List<Pair> pairs) -> pairs.isEmpty();
        };
    }
}
