package dev.benchlight.mcp.auth;

import okhttp3.Headers;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Takes the secrets out of what steps show.
final class Masking {
    private static final int SHOWN = 65_536;
    private static final int LONGEST_HEADER = 2_000;
    private static final Set<String> SECRET =
            Set.of(
                    "access_token",
                    "refresh_token",
                    "id_token",
                    "client_secret",
                    "registration_access_token",
                    "code",
                    "code_verifier",
                    "client_assertion",
                    "assertion",
                    "subject_token",
                    "actor_token",
                    "device_code",
                    "password");

    private Masking() {}

    static Map<String, String> fields(Map<String, List<String>> fields) {
        Map<String, String> shown = new LinkedHashMap<>();
        fields.forEach((name, values) -> {
            String value = String.join(" ", values);
            shown.put(name, SECRET.contains(name) ? masked(value) : value);
        });
        return shown;
    }

    /// A body for people: JSON with its secrets masked, and only a length of what is no JSON, where
    /// it may hold any.
    static String body(String body, boolean mayHoldSecrets) {
        String start = body.length() > SHOWN ? body.substring(0, SHOWN) + "…" : body;
        if (!mayHoldSecrets) {
            return start;
        }
        try {
            JsonNode json = JsonMapper.shared().readTree(body);
            if (json instanceof ObjectNode object) {
                for (String name : SECRET) {
                    JsonNode value = object.get(name);
                    if (value != null) {
                        object.put(name, masked(value.asString(value.toString())));
                    }
                }
                String text = object.toString();
                return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
            }
        } catch (JacksonException e) {
            return "no JSON (" + body.length() + " chars)";
        }
        return "no JSON object (" + body.length() + " chars)";
    }

    /// The headers of a request that say something of it.
    static Map<String, String> headers(Headers headers) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (String name : headers.names()) {
            shown.put(name, header(name, String.join(", ", headers.values(name))));
        }
        return shown;
    }

    static Map<String, List<String>> all(Headers headers) {
        Map<String, List<String>> shown = new LinkedHashMap<>();
        for (String name : headers.names()) {
            shown.put(name, headers.values(name).stream().map(v -> header(name, v)).toList());
        }
        return shown;
    }

    private static String header(String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("authorization") || lower.equals("dpop") || lower.endsWith("cookie")) {
            int scheme = lower.equals("authorization") ? value.indexOf(' ') + 1 : 0;
            return value.substring(0, scheme) + masked(value.substring(scheme));
        }
        return value.length() > LONGEST_HEADER ? value.substring(0, LONGEST_HEADER) + "…" : value;
    }

    private static String masked(String value) {
        return "•••• (" + value.length() + " chars)";
    }
}
