package dev.benchlight.app.cli;

import dev.benchlight.mcp.auth.AuthStep;
import dev.benchlight.mcp.auth.DecodedToken;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Steps of authorisation in the words of a report.
final class AuthSteps {
    private static final String BEFORE = "authorisation: ";

    private AuthSteps() {}

    static Steps.Step of(AuthStep step) {
        AuthStep.Exchange exchange = step.exchange();
        return new Steps.Step(
                BEFORE + step.name(),
                verdict(step),
                String.join(" · ", evidence(step)),
                exchange == null ? Duration.ZERO : exchange.took(),
                step.checks());
    }

    /// That a document was not there where it may be elsewhere is no fault, and not well either.
    private static String verdict(AuthStep step) {
        AuthStep.Exchange exchange = step.exchange();
        if (!step.sound()) {
            return "failed";
        }
        if (exchange == null || exchange.status() < 300) {
            boolean unanswered =
                    exchange != null && exchange.status() == 0 && !step.checks().isEmpty();
            return unanswered ? "no answer" : "ok";
        }
        return "HTTP " + exchange.status();
    }

    /// What is broken comes first.
    private static List<String> evidence(AuthStep step) {
        List<String> all = new ArrayList<>();
        step.checks().stream()
                .filter(check -> !check.met())
                .forEach(check -> all.add("broken: " + check.rule() + ": " + check.text()));
        AuthStep.Exchange exchange = step.exchange();
        if (exchange != null) {
            all.add(exchange.method() + " " + exchange.url());
            String scopes = exchange.fields().getOrDefault("scope", "");
            if (!scopes.isEmpty()) {
                all.add("scopes " + scopes);
            }
        }
        step.checks().stream().filter(AuthStep.Check::met).forEach(check -> all.add(check.text()));
        step.tokens().forEach(token -> all.add(words(token)));
        return all;
    }

    /// Such as `access_token (jwt, 812 characters)`.
    private static String words(DecodedToken token) {
        String kind = token.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return token.name() + " (" + kind + ", " + token.length() + " characters)";
    }
}
