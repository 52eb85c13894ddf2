package dev.benchlight.app.workspace;

import dev.benchlight.mcp.wire.ServerConfig;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A header field or variable of an entry whose value looks like a key, and how it is written once
/// the key is kept elsewhere.
///
/// @param field such as `Authorization`
/// @param scheme what stands before the key and stays, such as `Bearer ` with its blank; or empty
/// @param key what is not to stand in a file
public record KeyMove(String field, String scheme, String key) {
    private static final Pattern SCHEME = Pattern.compile("(?i)((?:bearer|basic|token) +)(.+)");

    /// All that can be moved, in the order of the entry.
    public static List<KeyMove> in(ServerConfig config) {
        List<KeyMove> found = new ArrayList<>();
        values(config)
                .forEach((field, value) -> {
                    if (LiteralKey.isLikely(field, value)) {
                        Matcher parts = SCHEME.matcher(value);
                        found.add(
                                parts.matches()
                                        ? new KeyMove(field, parts.group(1), parts.group(2))
                                        : new KeyMove(field, "", value));
                    }
                });
        return found;
    }

    /// What [ServerDraft#remarks()] says of it.
    public String remark() {
        return LiteralKey.remark(field);
    }

    /// A name for the secret, such as `weather-authorization`.
    public String suggestedName(String server) {
        return Slug.of(server + "-" + field);
    }

    /// The entry with the secret of this name in the place of the key.
    public ServerConfig applied(ServerConfig config, String secret) {
        Map<String, String> values = new LinkedHashMap<>(values(config));
        values.replace(field, scheme + key, scheme + "${secret:" + secret + "}");
        return switch (config) {
            case ServerConfig.Stdio stdio ->
                    new ServerConfig.Stdio(
                            stdio.name(),
                            stdio.command(),
                            stdio.arguments(),
                            values,
                            stdio.directory());
            case ServerConfig.Http http ->
                    new ServerConfig.Http(http.name(), http.url(), values, http.access());
        };
    }

    private static Map<String, String> values(ServerConfig config) {
        return switch (config) {
            case ServerConfig.Stdio stdio -> stdio.environment();
            case ServerConfig.Http http -> http.headers();
        };
    }

    /// Does not tell the key.
    @Override
    public String toString() {
        return "KeyMove[" + field + "]";
    }
}
