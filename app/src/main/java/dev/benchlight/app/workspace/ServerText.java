package dev.benchlight.app.workspace;

import dev.benchlight.mcp.wire.ServerConfig;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Writes a server entry as the YAML of a workspace file.
final class ServerText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_/][A-Za-z0-9_./+-]*");
    private static final Pattern WORD = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n|~");

    private ServerText() {}

    static String yaml(ServerConfig config) {
        StringBuilder yaml = new StringBuilder("version: 1\n");
        yaml.append("name: ").append(scalar(config.name())).append('\n');
        switch (config) {
            case ServerConfig.Stdio stdio -> {
                yaml.append("command: ").append(scalar(stdio.command())).append('\n');
                yaml.append(list("args", stdio.arguments()));
                yaml.append(map("env", stdio.environment()));
                if (stdio.directory() != null) {
                    yaml.append("cwd: ").append(scalar(stdio.directory().toString())).append('\n');
                }
            }
            case ServerConfig.Http http -> {
                yaml.append("url: ").append(quoted(url(http))).append('\n');
                yaml.append(map("headers", http.headers()));
                AccessFields.of(http.access())
                        .forEach((name, value) -> {
                            if (AccessFields.PLAIN.contains(name)) {
                                yaml.append(name).append(": ").append(quoted(value)).append('\n');
                            }
                        });
                yaml.append(map("auth", http.access().auth()));
                if (http.transport() == ServerConfig.Transport.SSE) {
                    yaml.append("transport: sse\n");
                }
            }
        }
        return yaml.toString();
    }

    /// A text as a YAML scalar that reads back as this very text.
    static String scalar(String text) {
        return PLAIN.matcher(text).matches() && !WORD.matcher(text).matches() ? text : quoted(text);
    }

    /// The address as it is written, with `${…}` in it.
    static String url(ServerConfig.Http http) {
        return EntryReader.written(http.url());
    }

    /// A key with a list, in lines; nothing for an empty list.
    static String list(String key, List<String> values) {
        StringBuilder yaml = new StringBuilder();
        values.forEach(value -> yaml.append("  - ").append(scalar(value)).append('\n'));
        return values.isEmpty() ? "" : key + ":\n" + yaml;
    }

    /// A key with names and values, in lines; nothing for an empty map.
    static String map(String key, Map<String, String> values) {
        StringBuilder yaml = new StringBuilder();
        new TreeMap<>(values)
                .forEach((name, value) ->
                        yaml.append("  ")
                                .append(scalar(name))
                                .append(": ")
                                .append(scalar(value))
                                .append('\n'));
        return values.isEmpty() ? "" : key + ":\n" + yaml;
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default -> {
                    if (c < 0x20
                            || (c >= 0x7f && c <= 0xa0)
                            || c == '\u2028'
                            || c == '\u2029'
                            || c == '\uFEFF') {
                        quoted.append("\\u%04x".formatted((int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
