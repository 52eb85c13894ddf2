package dev.benchlight.mcp.auth;

import org.jspecify.annotations.Nullable;

/// Why authorisation stopped. Its message is one sentence for people and holds no secret.
public final class AuthFault extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;
    private final @Nullable String hint;

    /// @param code stable and kebab-case; it names the check that failed, such as `oauth-bad-iss`
    public AuthFault(String code, String message, @Nullable String hint) {
        super(message);
        this.code = code;
        this.hint = hint;
    }

    public String code() {
        return code;
    }

    /// What to try, or null.
    public @Nullable String hint() {
        return hint;
    }

    /// The one sentence.
    public String text() {
        return String.valueOf(getMessage());
    }
}
