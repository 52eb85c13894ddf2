package dev.benchlight.mcp.uri;

import java.util.Optional;
import java.util.stream.Stream;

/// The operators of expressions, with how each expands (RFC 6570, appendix A).
enum Operator {
    SIMPLE("", "", ",", false, "", false),
    RESERVED("+", "", ",", false, "", true),
    FRAGMENT("#", "#", ",", false, "", true),
    LABEL(".", ".", ".", false, "", false),
    PATH("/", "/", "/", false, "", false),
    PARAMETERS(";", ";", ";", true, "", false),
    QUERY("?", "?", "&", true, "=", false),
    MORE_QUERY("&", "&", "&", true, "=", false);

    /// Set aside for later versions of the specification (section 2.2).
    static final String SET_ASIDE = "=,!@|";

    private final String sign;
    private final String first;
    private final String separator;
    private final boolean named;
    private final String ifEmpty;
    private final boolean reserved;

    Operator(
            String sign,
            String first,
            String separator,
            boolean named,
            String ifEmpty,
            boolean reserved) {
        this.sign = sign;
        this.first = first;
        this.separator = separator;
        this.named = named;
        this.ifEmpty = ifEmpty;
        this.reserved = reserved;
    }

    /// The one that an expression's inside begins with; [#SIMPLE] has no sign.
    static Operator of(String inside) {
        Optional<Operator> signed =
                Stream.of(values())
                        .filter(operator -> !operator.sign.isEmpty())
                        .filter(operator -> inside.startsWith(operator.sign))
                        .findFirst();
        return signed.orElse(SIMPLE);
    }

    String sign() {
        return sign;
    }

    /// What stands before the first value that is defined.
    String first() {
        return first;
    }

    String separator() {
        return separator;
    }

    /// Whether values are written as `name=value`.
    boolean named() {
        return named;
    }

    /// What stands between a name and an empty value.
    String ifEmpty() {
        return ifEmpty;
    }

    /// Whether reserved characters and percent-encoded triplets stay as they are.
    boolean reserved() {
        return reserved;
    }
}
