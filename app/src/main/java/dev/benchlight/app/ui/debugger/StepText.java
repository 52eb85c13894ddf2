package dev.benchlight.app.ui.debugger;

import dev.benchlight.app.ui.fx.Quantity;
import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.mcp.auth.AuthStep;
import dev.benchlight.mcp.auth.AuthStep.Check;
import dev.benchlight.mcp.auth.AuthStep.Exchange;
import dev.benchlight.mcp.auth.DecodedToken;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Map;
import java.util.Optional;

/// A step in words. What a server sent stands in it with everything invisible made visible.
final class StepText {
    private static final int LONGEST_LINE = 2_000;

    private StepText() {}

    /// A few characters on what came back.
    static String status(AuthStep step) {
        Exchange exchange = step.exchange();
        if (exchange == null) {
            return "";
        }
        return exchange.status() == 0
                ? exchange.body().equals("in the browser") ? "browser" : "no answer"
                : Integer.toString(exchange.status());
    }

    /// How long the exchange took; empty where there was none.
    static String took(AuthStep step) {
        Exchange exchange = step.exchange();
        return exchange == null || exchange.took().isZero()
                ? ""
                : Quantity.duration(exchange.took());
    }

    /// The rule that a step breaks first.
    static Optional<Check> broken(AuthStep step) {
        return step.checks().stream().filter(check -> !check.met()).findFirst();
    }

    static String request(Exchange exchange) {
        StringBuilder text = new StringBuilder();
        text.append(exchange.method()).append(' ').append(line(exchange.url().toString()));
        exchange.sentHeaders()
                .forEach((name, value) ->
                        text.append('\n').append(line(name)).append(": ").append(line(value)));
        text.append(fields(exchange.fields()));
        return text.toString();
    }

    private static String fields(Map<String, String> fields) {
        StringBuilder text = new StringBuilder();
        fields.forEach((name, value) ->
                text.append('\n').append(line(name)).append(" = ").append(line(value)));
        return text.isEmpty() ? "" : "\n" + text;
    }

    static String response(Exchange exchange) {
        StringBuilder text = new StringBuilder();
        if (exchange.status() > 0) {
            text.append("HTTP ").append(exchange.status());
        }
        exchange.headers()
                .forEach((name, values) ->
                        values.forEach(value ->
                                text.append('\n')
                                        .append(line(name))
                                        .append(": ")
                                        .append(line(value))));
        if (!exchange.body().isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n\n").append(pretty(exchange.body()));
        }
        return text.toString();
    }

    static String token(DecodedToken token) {
        String size = token.length() + " characters";
        return switch (token.kind()) {
            case OPAQUE ->
                    token.name() + ": opaque, " + size + ". Only its issuer can read what it says.";
            case ENCRYPTED_JWT ->
                    token.name() + ": encrypted JWT, " + size + "\n" + pretty(token.header());
            case JWT ->
                    token.name()
                            + ": JWT, "
                            + size
                            + ", signature left out and not verified\nheader "
                            + pretty(token.header())
                            + "\nclaims "
                            + pretty(token.claims());
        };
    }

    private static String pretty(@Nullable JsonNode json) {
        return VisibleText.of(
                JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json));
    }

    private static String pretty(String body) {
        try {
            JsonNode json = JsonMapper.shared().readTree(body);
            return json.isContainer() ? pretty(json) : VisibleText.of(body);
        } catch (JacksonException e) {
            return VisibleText.of(body);
        }
    }

    private static String line(String text) {
        return VisibleText.name(text, LONGEST_LINE);
    }
}
