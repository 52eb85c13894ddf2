package dev.benchlight.app.workspace;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Where known MCP clients keep their configuration, by platform.
final class ClientPlaces {
    private final List<Place> places = new ArrayList<>();
    private final Path home;
    private final Path config;
    private final Path project;

    private ClientPlaces(Path home, Path config, Path project) {
        this.home = home;
        this.config = config;
        this.project = project;
    }

    static List<Place> of(String system, Map<String, String> environment, Path home, Path project) {
        boolean windows = system.startsWith("Windows");
        boolean mac = system.startsWith("Mac");
        Path config =
                windows
                        ? path(environment, "APPDATA", home.resolve("AppData").resolve("Roaming"))
                        : mac
                                ? home.resolve("Library").resolve("Application Support")
                                : path(environment, "XDG_CONFIG_HOME", home.resolve(".config"));
        ClientPlaces places = new ClientPlaces(home, config, project);
        places.anthropic();
        places.editors();
        places.add(
                "Zed",
                (windows ? config.resolve("Zed") : home.resolve(".config").resolve("zed"))
                        .resolve("settings.json"));
        places.others();
        return places.places;
    }

    private void anthropic() {
        add("Claude Desktop", config.resolve("Claude").resolve("claude_desktop_config.json"));
        add("Claude Code", home.resolve(".claude.json"));
        addOfProject("Claude Code (project)", project.resolve(".mcp.json"));
    }

    private void editors() {
        add("Cursor", home.resolve(".cursor").resolve("mcp.json"));
        addOfProject("Cursor (project)", project.resolve(".cursor").resolve("mcp.json"));
        Path code = config.resolve("Code").resolve("User");
        add("VS Code", code.resolve("mcp.json"));
        add("VS Code (settings)", code.resolve("settings.json"));
        addOfProject("VS Code (workspace)", project.resolve(".vscode").resolve("mcp.json"));
        add("Windsurf", home.resolve(".codeium").resolve("windsurf").resolve("mcp_config.json"));
        add(
                "Cline",
                code.resolve("globalStorage")
                        .resolve("saoudrizwan.claude-dev")
                        .resolve("settings")
                        .resolve("cline_mcp_settings.json"));
    }

    private void others() {
        add("LM Studio", home.resolve(".lmstudio").resolve("mcp.json"));
        add("Gemini CLI", home.resolve(".gemini").resolve("settings.json"));
        addOfProject("Gemini CLI (project)", project.resolve(".gemini").resolve("settings.json"));
        add("Codex", home.resolve(".codex").resolve("config.toml"));
        addOfProject("Codex (project)", project.resolve(".codex").resolve("config.toml"));
        add("Continue", home.resolve(".continue").resolve("config.yaml"));
        add("Continue (older)", home.resolve(".continue").resolve("config.json"));
    }

    private void add(String client, Path file) {
        places.add(new Place(client, file, null));
    }

    private void addOfProject(String client, Path file) {
        places.add(new Place(client, file, project));
    }

    private static Path path(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        return value.isBlank() ? otherwise : Path.of(value);
    }

    /// A file a client may keep its servers in.
    ///
    /// @param project the folder it must not leave, or null for a file of the user
    record Place(String client, Path file, @Nullable Path project) {}
}
