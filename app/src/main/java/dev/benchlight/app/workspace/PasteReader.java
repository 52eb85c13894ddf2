package dev.benchlight.app.workspace;

import dev.benchlight.mcp.wire.ServerConfig;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Tells what kind of text was pasted, and reads it.
final class PasteReader {
    private static final Path PASTED = Path.of("pasted text");

    private PasteReader() {}

    static ServerPaste read(String pasted) {
        String text = unwrapped(pasted);
        if (text.isEmpty()) {
            return new ServerPaste(List.of(), List.of());
        }
        if (text.startsWith("{")
                || text.startsWith("[")
                || (text.startsWith("\"") && text.contains("{"))) {
            return json(text);
        }
        if (text.regionMatches(true, 0, "http://", 0, 7)
                || text.regionMatches(true, 0, "https://", 0, 8)) {
            if (!text.contains("\n") && !text.contains(" ")) {
                return url(text);
            }
        }
        return CommandPaste.read(text);
    }

    /// Without the code fence, prompt sign or surrounding blanks that come along with copying.
    private static String unwrapped(String pasted) {
        String text = pasted.strip().replace("\uFEFF", "").replace('\u00a0', ' ');
        if (text.startsWith("```")) {
            text = text.replaceFirst("^```[^\n]*\n?", "").replaceFirst("\n?```\\s*$", "");
        }
        return text.strip().replaceFirst("^\\$ ", "");
    }

    private static ServerPaste url(String text) {
        try {
            URI url = EntryReader.url(text);
            String host = url.getHost() == null ? "server" : url.getHost();
            ServerConfig config = new ServerConfig.Http(nameOf(host), url, Map.of());
            List<String> remarks = new ArrayList<>();
            EntryReader.remarkHost(remarks, url);
            return one(new ServerDraft(config.name(), config, remarks, false));
        } catch (URISyntaxException e) {
            String remark = "The url is not valid: " + e.getReason() + ".";
            return one(new ServerDraft("server", null, List.of(remark), false));
        }
    }

    /// `mcp.example.com` → `example`, `127.0.0.1` as it is.
    private static String nameOf(String host) {
        if (host.matches("[0-9.]+|\\[.*|localhost")) {
            return host;
        }
        List<String> parts = new ArrayList<>(List.of(host.split("\\.")));
        parts.removeIf(part ->
                List.of("www", "mcp", "api", "com", "org", "net", "io", "dev", "ai", "app")
                        .contains(part));
        return parts.isEmpty() ? host : String.join("-", parts);
    }

    static ServerPaste json(String text) {
        try {
            // A fragment of an object: "name": {…}, perhaps with a comma behind it.
            String whole =
                    text.startsWith("\"") ? "{" + text.replaceFirst(",\\s*$", "") + "}" : text;
            return tree(TextFile.json(PASTED, whole));
        } catch (BadFileException e) {
            FileProblem problem = e.problem();
            String where =
                    problem.line() > 0
                            ? "Line " + problem.line() + ", column " + problem.column() + ": "
                            : "";
            return new ServerPaste(List.of(), List.of(where + problem.message()));
        }
    }

    private static ServerPaste tree(JsonNode json) {
        List<ServerDraft> drafts = new ArrayList<>(ServerTrees.drafts(json));
        if (!drafts.isEmpty()) {
            return new ServerPaste(drafts, List.of());
        }
        if (isEntry(json)) {
            return one(EntryReader.read(json.path("name").asString(guessedName(json)), json));
        }
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            drafts.add(EntryReader.read(entry.getKey(), entry.getValue()));
        }
        for (JsonNode entry : json.isArray() ? json : List.<JsonNode>of()) {
            drafts.add(EntryReader.read(entry.path("name").asString(guessedName(entry)), entry));
        }
        if (drafts.stream().noneMatch(ServerDraft::usable)) {
            return new ServerPaste(
                    drafts, List.of("The JSON holds no server: none has a command or a url."));
        }
        return new ServerPaste(drafts, List.of());
    }

    private static boolean isEntry(JsonNode json) {
        return json.isObject()
                && (json.path("command").isString()
                        || json.path("command").isArray()
                        || json.path("url").isString()
                        || json.path("serverUrl").isString()
                        || json.path("httpUrl").isString());
    }

    private static String guessedName(JsonNode entry) {
        ServerConfig config = EntryReader.read("server", entry).config();
        return switch (config) {
            case ServerConfig.Stdio stdio -> CommandName.of(stdio.command(), stdio.arguments());
            case ServerConfig.Http http when http.url().getHost() != null ->
                    nameOf(http.url().getHost().toLowerCase(Locale.ROOT));
            case null, default -> "server";
        };
    }

    private static ServerPaste one(ServerDraft draft) {
        return new ServerPaste(List.of(draft), List.of());
    }
}
