package dev.benchlight.mcp.auth;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.util.URLUtils;

import dev.benchlight.mcp.auth.AuthStep.Check;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the browser brought back ("Authorization Response Validation"): who it is from is settled
/// before anything in it is believed, or shown.
record AuthorizationAnswer(AuthPorts ports) {

    /// The authorisation code.
    String code(URI back, State state, ServerMetadata issuer) throws AuthFault {
        Map<String, List<String>> fields = URLUtils.parseParameters(back.getRawQuery());
        String code = one(fields, "code");
        if (code != null) {
            ports.secrets().accept(code);
        }
        List<Check> checks = new ArrayList<>();
        try {
            checkState(fields, state, checks);
            checkIssuer(fields, issuer, checks);
            String error = one(fields, "error");
            if (error != null) {
                String description = one(fields, "error_description");
                throw new AuthFault(
                        "oauth-denied",
                        "The authorisation server said no: "
                                + error
                                + (description == null ? "." : " (" + description + ")."),
                        null);
            }
            checks.add(
                    new Check(
                            "RFC 6749, 4.1.2", code != null, code == null ? "no code" : "a code"));
            if (code == null) {
                throw new AuthFault("oauth-no-code", "The browser came back without a code.", null);
            }
            return code;
        } finally {
            boolean trusted = checks.stream().allMatch(Check::met) && checks.size() > 1;
            AuthStep.Exchange shown =
                    AuthStep.Exchange.at(
                            "GET",
                            withoutQuery(back),
                            trusted ? Masking.fields(fields) : Map.of(),
                            200,
                            trusted ? "" : "not shown: it may be anybody's");
            ports.steps().took(new AuthStep("authorization response", shown, checks));
        }
    }

    private static void checkState(
            Map<String, List<String>> fields, State state, List<Check> checks) throws AuthFault {
        String theirs = one(fields, "state");
        boolean met = theirs != null && new Secret(state.getValue()).matches(theirs);
        checks.add(new Check("RFC 6749, 10.12", met, met ? "state is ours" : "state is not ours"));
        if (!met) {
            throw new AuthFault(
                    "oauth-bad-state",
                    "The browser came back with "
                            + (theirs == null ? "no state" : "a state that was not sent")
                            + ", so the answer may be to somebody else's request.",
                    "Its code was not used.");
        }
    }

    private static void checkIssuer(
            Map<String, List<String>> fields, ServerMetadata issuer, List<Check> checks)
            throws AuthFault {
        String theirs = fields.containsKey("iss") ? String.join(" ", fields.get("iss")) : null;
        boolean met =
                theirs == null ? !issuer.saysIssuerInAnswers() : theirs.equals(issuer.issuer());
        checks.add(
                new Check(
                        "RFC 9207, 2.4",
                        met,
                        theirs == null ? "no iss" : "iss is '" + theirs + "'"));
        if (!met) {
            throw new AuthFault(
                    "oauth-bad-iss",
                    theirs == null
                            ? "The answer names no issuer (iss), although "
                                    + issuer.issuer()
                                    + " promises to."
                            : "The answer is from another issuer than the one asked: '"
                                    + theirs
                                    + "' instead of '"
                                    + issuer.issuer()
                                    + "'.",
                    "It may be an attempt to have the code sent to the wrong place (mix-up)."
                            + " It was not used.");
        }
    }

    /// The value of a parameter that stands there once.
    private static @Nullable String one(Map<String, List<String>> fields, String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.size() == 1 ? values.getFirst() : null;
    }

    static URI withoutQuery(URI uri) {
        String text = uri.toString();
        int end = text.indexOf('?');
        return end < 0 ? uri : URI.create(text.substring(0, end));
    }
}
