package dev.benchlight.app.workspace;

import dev.benchlight.mcp.wire.ServerConfig;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Reads the files of one workspace folder once.
final class WorkspaceReader {
    private final Path folder;
    private static final int MOST_PROBLEMS = 100;
    private static final int LONGEST_NAME = 200;

    /// Of all server files together, in characters.
    private static final long LONGEST = 8 << 20;

    private final Map<String, ServerEntry> servers = new LinkedHashMap<>();
    private final List<FileProblem> problems = new ArrayList<>();
    private long length;
    private int unlisted;
    private String name;
    private String defaultEnvironment = "";

    private WorkspaceReader(Path folder) {
        this.folder = folder;
        Path last = folder.getFileName();
        this.name = last == null ? folder.toString() : last.toString();
    }

    static WorkspaceSnapshot read(Path folder) {
        return new WorkspaceReader(folder).read();
    }

    /// The files with YAML in a folder, by name; none where there is no such folder.
    static List<Path> yamlFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /// A file's name without its extension.
    static String stem(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]+$", "");
    }

    private WorkspaceSnapshot read() {
        readWorkspaceFile();
        readServerFiles();
        for (String file : List.of("mcp.json", ".mcp.json")) {
            if (Files.exists(folder.resolve(file))) {
                readServers(folder.resolve(file));
            }
        }
        if (unlisted > 0) {
            problems.add(
                    FileProblem.of(folder, "%,d more problems are not listed".formatted(unlisted)));
        }
        return new WorkspaceSnapshot(
                name,
                List.copyOf(servers.values()),
                files("gateways").stream().map(WorkspaceReader::stem).toList(),
                files("environments").stream().map(WorkspaceReader::stem).toList(),
                defaultEnvironment,
                problems);
    }

    private void readServerFiles() {
        List<Path> files = files("servers");
        int most = Math.min(files.size(), ServerTrees.MOST);
        int read = 0;
        while (read < most && length <= LONGEST) {
            readServer(files.get(read));
            read++;
        }
        if (read < files.size()) {
            problem(
                    FileProblem.of(
                            folder.resolve("servers"),
                            "%,d of its %,d files are not read: there are too many, or they are too large"
                                    .formatted(files.size() - read, files.size())));
        }
    }

    private List<Path> files(String kind) {
        Path place = folder.resolve(kind);
        try {
            if (Files.isDirectory(place)) {
                TextFile.real(place, folder);
            }
            return yamlFiles(place);
        } catch (IOException e) {
            problem(FileProblem.of(place, "the folder cannot be read: " + FileProblem.reason(e)));
            return List.of();
        }
    }

    private void readWorkspaceFile() {
        Path file = folder.resolve("benchlight.yaml");
        if (!Files.exists(file)) {
            return;
        }
        try {
            JsonNode json = TextFile.tree(file, folder);
            name = cut(json.path("name").asString(name));
            defaultEnvironment = cut(json.path("defaults").path("environment").asString(""));
        } catch (BadFileException e) {
            problem(e.problem());
        }
    }

    /// Names of files end there too.
    private static String cut(String text) {
        return text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) + "…" : text;
    }

    private void readServer(Path file) {
        try {
            String text = TextFile.text(file, folder);
            length += text.length();
            YamlTree yaml = YamlTree.parse(file, text);
            JsonNode json = yaml.json();
            if (!json.isObject()) {
                problem(yaml.problemAt("", "not a server: it must have a command or a url"));
                return;
            }
            if (json.path("version").asInt(1) > 1) {
                problem(yaml.problemAt("version", "written for a newer version of this program"));
                return;
            }
            String named = json.path("name").asString("");
            ServerDraft draft = EntryReader.read(named.isBlank() ? stem(file) : named, json);
            ServerConfig config = draft.config();
            if (config == null) {
                String wrong = draft.wrong();
                problem(
                        yaml.problemAt(
                                wrong == null ? "" : wrong, String.join(" ", draft.remarks())));
            } else {
                add(config, file, draft.disabled());
            }
        } catch (BadFileException e) {
            problem(e.problem());
        }
    }

    private void readServers(Path file) {
        try {
            List<ServerDraft> drafts = ServerTrees.drafts(TextFile.tree(file, folder));
            if (drafts.isEmpty()) {
                problem(FileProblem.of(file, "it has no object named mcpServers"));
            }
            for (ServerDraft draft : drafts) {
                ServerConfig config = draft.config();
                if (config == null) {
                    problem(
                            FileProblem.of(
                                    file, draft.name() + ": " + String.join(" ", draft.remarks())));
                } else {
                    add(config, file, draft.disabled());
                }
            }
        } catch (BadFileException e) {
            problem(e.problem());
        }
    }

    private void problem(FileProblem problem) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        } else {
            unlisted++;
        }
    }

    private void add(ServerConfig config, Path file, boolean disabled) {
        if (config.name().length() > LONGEST_NAME) {
            problem(
                    FileProblem.of(
                            file,
                            "the name of a server is longer than %d characters"
                                    .formatted(LONGEST_NAME)));
            return;
        }
        String free = config.name();
        ServerEntry first = servers.get(free);
        for (int number = 2; servers.containsKey(free); number++) {
            free = config.name() + "-" + number;
        }
        if (first != null) {
            problem(
                    FileProblem.of(
                            file,
                            "the name \"%s\" is taken by %s; this one is listed as \"%s\""
                                    .formatted(config.name(), first.file(), free)));
        }
        ServerConfig named = ServerTrees.named(config, free);
        servers.put(free, new ServerEntry(named, file, ServerEntry.Origin.FILE, disabled));
    }
}
