package dev.benchlight.mcp.wire.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.benchlight.mcp.wire.WireFault;
import dev.benchlight.mcp.wire.WireFault.Kind;

import okhttp3.Response;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says in words what a response means that is no answer. The details hold `status`, `headers`, the
/// first 2 KiB of the `body`, and what else there is to know.
final class StatusFaults {
    private static final int SHOWN = 2_048;
    private static final Pattern TITLE =
            Pattern.compile("<title[^>]*>([^<]{1,200})", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCOPE = Pattern.compile("\\bscope=\"([^\"]*)\"");
    private static final Pattern ERROR = Pattern.compile("\\berror=\"([^\"]*)\"");
    private static final Map<Integer, String> REASONS =
            Map.of(
                    400, "Bad Request",
                    404, "Not Found",
                    405, "Method Not Allowed",
                    406, "Not Acceptable",
                    415, "Unsupported Media Type",
                    429, "Too Many Requests",
                    500, "Internal Server Error",
                    502, "Bad Gateway",
                    503, "Service Unavailable",
                    504, "Gateway Timeout");

    private StatusFaults() {}

    /// For a status that is neither 2xx nor a redirect.
    ///
    /// @param inSession whether the request carried a session id
    static WireFault of(Response response, byte[] body, boolean inSession, SecretHeaders secrets) {
        ObjectNode details = details(response, body, secrets);
        int status = response.code();
        if (status == 401 || status == 403) {
            return auth(response, details);
        }
        if (status == 407) {
            return WireFault.of(
                            Kind.NETWORK,
                            "proxy-auth-required",
                            "The proxy wants a name and password (HTTP 407).")
                    .withHint(
                            "Put them into the proxy's URL, as in http://name:password@host:port.")
                    .withDetails(details);
        }
        if (status == 404 && inSession) {
            return WireFault.of(
                            Kind.SESSION_LOST,
                            "session-lost",
                            "The server no longer knows this session (HTTP 404).")
                    .withHint("Connect again; the server may have been restarted.")
                    .withDetails(details);
        }
        String title = htmlTitle(response, body);
        if (title != null) {
            return html(status, title).withDetails(details);
        }
        return plain(response, details);
    }

    /// For a 200 whose body is no JSON and no event stream.
    static WireFault wrongContent(Response response, byte[] body, SecretHeaders secrets) {
        ObjectNode details = details(response, body, secrets);
        String title = htmlTitle(response, body);
        if (title != null) {
            return html(response.code(), title).withDetails(details);
        }
        String type = response.header("Content-Type");
        return WireFault.of(
                        Kind.PROTOCOL,
                        "wrong-content-type",
                        "The server answered with "
                                + (type == null ? "no content type" : "content type '" + type + "'")
                                + "; MCP allows application/json and text/event-stream.")
                .withHint(
                        "Check the URL and what stands between; the body of the answer says more.")
                .withDetails(details);
    }

    /// For a 2xx that holds nothing, in answer to a request.
    static WireFault empty(Response response, SecretHeaders secrets) {
        return WireFault.of(
                        Kind.PROTOCOL,
                        "empty-response",
                        "The server answered the request with HTTP "
                                + response.code()
                                + " and an empty body.")
                .withHint("A request must be answered with JSON or an event stream.")
                .withDetails(details(response, new byte[0], secrets));
    }

    static ObjectNode details(Response response, byte[] body, SecretHeaders secrets) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        details.put("status", response.code());
        details.put("url", secrets.mask(response.request().url()));
        ObjectNode headers = details.putObject("headers");
        for (String name : response.headers().names()) {
            headers.put(name, secrets.mask(name, String.join(", ", response.headers(name))));
        }
        if (body.length > 0) {
            details.put("body", new String(body, 0, Math.min(SHOWN, body.length), UTF_8));
        }
        return details;
    }

    private static WireFault auth(Response response, ObjectNode details) {
        String challenge = String.join(", ", response.headers("WWW-Authenticate"));
        if (!challenge.isEmpty()) {
            details.put("challenge", challenge);
        }
        String error = find(ERROR, challenge, details, "error");
        String scope = find(SCOPE, challenge, details, "scope");
        boolean forbidden = response.code() == 403;
        boolean sent = response.request().header("Authorization") != null;
        StringBuilder message = new StringBuilder("The server ");
        if (forbidden) {
            message.append("forbids this");
        } else {
            message.append(sent ? "refused the authorisation sent" : "wants authorisation");
        }
        message.append(" (HTTP ").append(response.code());
        message.append(error == null ? "" : ", " + error).append(')');
        message.append(scope == null ? "." : "; it asks for the scope '" + scope + "'.");
        return WireFault.of(Kind.AUTH, forbidden ? "forbidden" : "unauthorized", message.toString())
                .withHint(
                        forbidden
                                ? "The token or key lacks a permission."
                                : challenge.isEmpty()
                                        ? "Add a key or token as a header; the server does not say"
                                                + " which it wants."
                                        : "Add a token as an Authorization header.")
                .withDetails(details);
    }

    private static @Nullable String find(
            Pattern pattern, String challenge, ObjectNode details, String key) {
        Matcher matcher = pattern.matcher(challenge);
        if (!matcher.find()) {
            return null;
        }
        details.put(key, matcher.group(1));
        return matcher.group(1);
    }

    private static WireFault html(int status, String title) {
        String named = title.isEmpty() ? "an HTML page" : "an HTML page titled '" + title + "'";
        boolean wall = status < 500;
        return WireFault.of(
                        Kind.HTTP,
                        "html-page",
                        "Got "
                                + named
                                + " (HTTP "
                                + status
                                + ") instead of an answer"
                                + (wall ? " – proxy or login wall?" : "."))
                .withHint(
                        wall
                                ? "Open the URL in a browser, and check its path and the proxy."
                                : "A gateway in front of the server, or the server itself,"
                                        + " failed.");
    }

    private static WireFault plain(Response response, ObjectNode details) {
        int status = response.code();
        String reason = REASONS.getOrDefault(status, response.message());
        String message =
                "The server answered HTTP " + status + (reason.isEmpty() ? "" : " " + reason) + ".";
        Instant now = Instant.now();
        Duration wait = retryAfter(response.header("Retry-After"), now);
        String hint = hint(status, details.has("body"));
        if (wait != null) {
            details.put("retryAfterSeconds", wait.toSeconds());
            details.put("retryAt", now.plus(wait).toString());
            hint = "The server asks to wait " + wait.toSeconds() + " s before the next try.";
        }
        return WireFault.of(Kind.HTTP, "http-" + status, message)
                .withHint(hint)
                .withDetails(details);
    }

    private static String hint(int status, boolean body) {
        return switch (status) {
            case 404 -> "Check the URL's path; many servers listen on /mcp.";
            case 405 ->
                    "Check the URL's path; many servers listen on /mcp. A server of the older"
                            + " HTTP+SSE transport answers so too.";
            case 429 -> "Too many requests; wait before the next try.";
            case 502, 503, 504 -> "The server behind this address is down or starting; try again.";
            default ->
                    body
                            ? "What the server says of it is in the body of its answer."
                            : "The server says no more; its own log may.";
        };
    }

    /// The wait that `Retry-After` asks for, given in seconds or as a date, or null.
    static @Nullable Duration retryAfter(@Nullable String value, Instant now) {
        if (value == null) {
            return null;
        }
        String text = value.strip();
        if (text.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            Instant date =
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return date.isBefore(now) ? Duration.ZERO : Duration.between(now, date);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// The title of an HTML page, empty if it has none, or null if this is no HTML.
    private static @Nullable String htmlTitle(Response response, byte[] body) {
        String start = new String(body, 0, Math.min(SHOWN * 4, body.length), UTF_8);
        String type = response.header("Content-Type", "");
        if (!start.stripLeading().startsWith("<")
                || !((type != null && type.contains("html")) || start.contains("<html"))) {
            return null;
        }
        Matcher title = TITLE.matcher(start);
        return title.find() ? title.group(1).strip().replaceAll("\\s+", " ") : "";
    }
}
