package dev.benchlight.app.workspace;

import dev.benchlight.mcp.wire.ServerConfig;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Finds server entries in the JSON that known clients keep them in.
public final class ServerTrees {
    /// Where clients keep their entries: nearly all; VS Code; Zed; Codex.
    private static final List<String> HOLDERS =
            List.of("mcpServers", "servers", "context_servers", "mcp_servers");

    /// More than anybody has; what a file of somebody else holds is no use then.
    static final int MOST = 1_000;

    private ServerTrees() {}

    /// All entries of a document, in order; empty where it holds none.
    public static List<ServerDraft> drafts(JsonNode json) {
        List<ServerDraft> drafts = new ArrayList<>();
        collect(json, drafts);
        // VS Code's settings.json, and folders of Claude Code's ~/.claude.json.
        collect(json.path("mcp"), drafts);
        json.path("projects").forEach(project -> collect(project, drafts));
        return drafts;
    }

    /// The same entry under another name.
    public static ServerConfig named(ServerConfig config, String name) {
        if (config.name().equals(name)) {
            return config;
        }
        return switch (config) {
            case ServerConfig.Stdio stdio ->
                    new ServerConfig.Stdio(
                            name,
                            stdio.command(),
                            stdio.arguments(),
                            stdio.environment(),
                            stdio.directory());
            case ServerConfig.Http http ->
                    new ServerConfig.Http(name, http.url(), http.headers(), http.access());
        };
    }

    private static void collect(JsonNode json, List<ServerDraft> drafts) {
        for (String holder : HOLDERS) {
            JsonNode servers = json.path(holder);
            for (Map.Entry<String, JsonNode> entry : servers.properties()) {
                add(entry.getKey(), entry.getValue(), drafts);
            }
            // Continue keeps a list of entries with names.
            if (servers.isArray()) {
                for (JsonNode entry : servers) {
                    add(entry.path("name").asString("server"), entry, drafts);
                }
            }
        }
    }

    private static void add(String name, JsonNode entry, List<ServerDraft> drafts) {
        if (drafts.size() < MOST) {
            drafts.add(EntryReader.read(name, entry));
        } else if (drafts.size() == MOST) {
            String rest = "There are more than %,d entries; the rest is not read.".formatted(MOST);
            drafts.add(new ServerDraft("…", null, List.of(rest), false));
        }
    }
}
