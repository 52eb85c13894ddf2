package dev.benchlight.app.workspace;

import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.Sha256;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// What an approval is bound to: a SHA-256 over all that an entry starts or sends, as it is shown:
/// command, arguments, folder, address, and each variable and header with its value. Secrets and
/// variables of this process count by name, `${secret:x}`, not by what they stand for.
final class Fingerprint {
    /// Of what is bound; under another one nothing is approved yet.
    private static final String VERSION = "2";

    private Fingerprint() {}

    /// Whether an entry can do harm by being used: it starts a program, sends a secret or a
    /// variable of this process, which may hold one, or says whom to trust or how to sign in: with
    /// a proxy and an authority of its own, it could read what the user is signed in to.
    static boolean isSensitive(ServerConfig config) {
        return switch (config) {
            case ServerConfig.Stdio stdio -> true;
            case ServerConfig.Http http ->
                    isSent(EntryReader.written(http.url()))
                            || http.headers().values().stream().anyMatch(Fingerprint::isSent)
                            || !AccessFields.of(http.access()).isEmpty();
        };
    }

    private static boolean isSent(String text) {
        return text.contains("${secret:") || text.contains("${env:");
    }

    static String of(ServerConfig config) {
        List<String> all = new ArrayList<>();
        parts(config)
                .forEach((name, values) -> {
                    all.add(name);
                    all.add(Integer.toString(values.size()));
                    all.addAll(values);
                });
        return VERSION + ":" + sha256(all);
    }

    /// The same by parts, each under the name that people are told, to find what changed.
    static Map<String, String> ofParts(ServerConfig config) {
        Map<String, String> hashes = new LinkedHashMap<>();
        parts(config).forEach((name, values) -> hashes.put(name, sha256(values)));
        return hashes;
    }

    private static Map<String, List<String>> parts(ServerConfig config) {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        switch (config) {
            case ServerConfig.Stdio stdio -> {
                parts.put("the command", List.of(stdio.command()));
                parts.put("the arguments", stdio.arguments());
                // Without it, what runs would depend on where this process was started.
                Object folder = Objects.requireNonNull(stdio.directory(), "folder");
                parts.put("the folder", List.of(folder.toString()));
                new TreeMap<>(stdio.environment())
                        .forEach(
                                (name, value) -> parts.put("the variable " + name, List.of(value)));
            }
            case ServerConfig.Http http -> {
                parts.put("the address", List.of(http.url().toString()));
                new TreeMap<>(http.headers())
                        .forEach((name, value) -> parts.put("the header " + name, List.of(value)));
                AccessFields.of(http.access())
                        .forEach((name, value) -> parts.put("the " + name, List.of(value)));
            }
        }
        return parts;
    }

    /// Each text stands behind its length, and half a character is not made a question mark, so
    /// that no two lists of texts give the same bytes.
    private static String sha256(List<String> texts) {
        StringBuilder all = new StringBuilder();
        for (String text : texts) {
            all.append(text.length()).append(':').append(text);
        }
        ByteBuffer bytes = ByteBuffer.allocate(all.length() * Character.BYTES);
        bytes.asCharBuffer().append(all);
        return Sha256.hex(bytes.array());
    }
}
