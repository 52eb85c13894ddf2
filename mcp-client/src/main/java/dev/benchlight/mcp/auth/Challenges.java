package dev.benchlight.mcp.auth;

import dev.benchlight.mcp.auth.AuthStep.Check;
import dev.benchlight.mcp.wire.http.HttpAuthorization.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// What a refusal says, as a step.
final class Challenges {
    private Challenges() {}

    /// @param challenge of those that can be met, or null
    static AuthStep step(Refusal refusal, @Nullable Challenge challenge) {
        List<Check> checks = new ArrayList<>();
        boolean named = !refusal.challenges().isEmpty();
        // Since 2025-11-25 metadata may be found without it, so that only HTTP is broken.
        checks.add(
                new Check(
                        "RFC 9110, 15.5.2",
                        named || refusal.status() != 401,
                        "HTTP "
                                + refusal.status()
                                + (named
                                        ? ", " + String.join(", ", refusal.challenges())
                                        : " without WWW-Authenticate")));
        if (challenge != null) {
            String metadata = challenge.resourceMetadata();
            checks.add(
                    new Check(
                            "RFC 9728, 5.1",
                            true,
                            metadata == null
                                    ? "no resource_metadata; it is looked for at well-known URLs"
                                    : "resource_metadata is " + metadata));
            String scope = challenge.scope();
            if (scope != null) {
                checks.add(new Check("RFC 6750, 3", true, "it asks for the scope '" + scope + "'"));
            }
        }
        return new AuthStep("the server's refusal", null, checks);
    }
}
