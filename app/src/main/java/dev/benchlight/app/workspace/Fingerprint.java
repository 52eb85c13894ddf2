package dev.benchlight.app.workspace;

import dev.benchlight.mcp.wire.ServerConfig;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// What an approval is bound to: a SHA-256 over command, arguments, folder, URL and the names of
/// variables and headers. Values of variables that make a program load other code count too.
final class Fingerprint {
    private static final Set<String> LOADS_CODE =
            Set.of(
                    "PATH",
                    "BASH_ENV",
                    "ENV",
                    "NODE_OPTIONS",
                    "NODE_PATH",
                    "NPM_CONFIG_REGISTRY",
                    "PYTHONPATH",
                    "PYTHONSTARTUP",
                    "PYTHONHOME",
                    "RUBYOPT",
                    "PERL5OPT",
                    "JAVA_TOOL_OPTIONS",
                    "JDK_JAVA_OPTIONS",
                    "UV_INDEX_URL",
                    "PIP_INDEX_URL",
                    "DOCKER_HOST");

    private Fingerprint() {}

    /// Whether an entry can do harm by being used: it starts a program, or sends a secret or a
    /// variable of this process, which may hold one.
    static boolean isSensitive(ServerConfig config) {
        return switch (config) {
            case ServerConfig.Stdio stdio -> true;
            case ServerConfig.Http http ->
                    isSent(EntryReader.written(http.url()))
                            || http.headers().values().stream().anyMatch(Fingerprint::isSent);
        };
    }

    private static boolean isSent(String text) {
        return text.contains("${secret:") || text.contains("${env:");
    }

    static String of(ServerConfig config) {
        List<String> parts = new ArrayList<>();
        switch (config) {
            case ServerConfig.Stdio stdio -> {
                parts.add("stdio");
                parts.add(stdio.command());
                // Without it, what runs would depend on where this process was started.
                parts.add(Objects.requireNonNull(stdio.directory(), "folder").toString());
                parts.add(Integer.toString(stdio.arguments().size()));
                parts.addAll(stdio.arguments());
                new TreeMap<>(stdio.environment())
                        .forEach((name, value) ->
                                parts.add(loadsCode(name) ? name + "=" + value : name));
            }
            case ServerConfig.Http http -> {
                parts.add("http");
                parts.add(http.url().toString());
                new TreeMap<>(http.headers())
                        .forEach((name, value) ->
                                parts.add(isSent(value) ? name + "=" + value : name));
            }
        }
        return sha256(parts);
    }

    private static boolean loadsCode(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.startsWith("LD_") || upper.startsWith("DYLD_") || LOADS_CODE.contains(upper);
    }

    /// Each part stands behind its length, so that no two lists of parts give the same bytes.
    private static String sha256(List<String> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
