package dev.benchlight.app.workspace;

import dev.benchlight.mcp.wire.ServerConfig;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// A folder of small text files: servers, gateways, environments. Files are read on [#read()] and
/// left alone when they cannot be; only the changes asked for are written. Thread-safe; methods
/// wait for the disk, except [#snapshot()].
public final class Workspace {
    private static final String MARKER = "benchlight.yaml";

    private final Path folder;
    private final boolean closed;
    private volatile WorkspaceSnapshot snapshot;

    private Workspace(Path folder, boolean closed) {
        this.folder = folder;
        this.closed = closed;
        this.snapshot = WorkspaceReader.read(folder);
    }

    /// Opens a folder, and reads it.
    public static Workspace open(Path folder) {
        return new Workspace(folder.toAbsolutePath().normalize(), false);
    }

    /// As the other; what it writes below the data folder is for its owner alone.
    public static Workspace open(Path folder, DataFolder data) {
        Path whole = folder.toAbsolutePath().normalize();
        return new Workspace(whole, whole.startsWith(data.path()));
    }

    /// Opens the nearest folder with `benchlight.yaml`, from `start` upwards, else the user's own.
    public static Workspace find(Path start, DataFolder data) {
        for (Path at = start.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve(MARKER))) {
                return open(at, data);
            }
        }
        return open(data.path().resolve("workspace"), data);
    }

    public Path folder() {
        return folder;
    }

    /// What the files said when last read.
    public WorkspaceSnapshot snapshot() {
        return snapshot;
    }

    /// Reads the files again.
    public synchronized WorkspaceSnapshot read() {
        snapshot = WorkspaceReader.read(folder);
        return snapshot;
    }

    /// Writes a new server into a file of its own; a taken name gets a number.
    ///
    /// @throws IOException nothing was written
    public ServerEntry add(ServerConfig config) throws IOException {
        return add(config, false);
    }

    /// As the other.
    ///
    /// @param disabled whether the file says not to use it
    public synchronized ServerEntry add(ServerConfig config, boolean disabled) throws IOException {
        String name = freeName(config.name().isBlank() ? "server" : config.name().strip());
        ServerConfig named = ServerTrees.named(config, name);
        Path servers = folder.resolve("servers");
        if (closed) {
            AtomicFile.createPrivateFolder(servers);
        } else {
            Files.createDirectories(servers);
        }
        TextFile.real(servers, folder);
        Path file = servers.resolve(Slug.of(name) + ".yaml");
        for (int number = 2; Files.exists(file); number++) {
            file = servers.resolve(Slug.of(name) + "-" + number + ".yaml");
        }
        write(file, ServerText.yaml(named) + (disabled ? "disabled: true\n" : ""));
        read();
        return new ServerEntry(named, file, ServerEntry.Origin.FILE, disabled);
    }

    /// Gives a server another name; the rest of its file, comments too, stays as it is.
    ///
    /// @throws InputException the name is empty or taken, or the file cannot be edited safely
    /// @throws IOException nothing was written
    public ServerEntry rename(ServerEntry entry, String wanted) throws IOException, InputException {
        return replace(entry, ServerTrees.named(entry.config(), wanted.strip()));
    }

    /// Changes what a server is; what is not changed in its file, comments and unknown keys too,
    /// stays as it is.
    ///
    /// @throws InputException the name is empty or taken, or the file cannot be edited safely
    /// @throws IOException nothing was written
    public synchronized ServerEntry replace(ServerEntry entry, ServerConfig wanted)
            throws IOException, InputException {
        String name = wanted.name().strip();
        checkName(entry, name);
        ServerConfig config = ServerTrees.named(wanted, name);
        Path file = ownFile(entry);
        try {
            write(file, ServerEdit.apply(file, TextFile.text(file, folder), config));
        } catch (BadFileException e) {
            throw new InputException("unreadable-file", e.problem().toString());
        }
        read();
        return new ServerEntry(config, file, ServerEntry.Origin.FILE, entry.disabled());
    }

    private void write(Path file, String text) throws IOException {
        if (closed) {
            AtomicFile.writePrivate(file, text);
        } else {
            AtomicFile.write(file, text);
        }
    }

    private void checkName(ServerEntry entry, String name) throws InputException {
        if (name.isEmpty()) {
            throw new InputException("empty-name", "A server needs a name.");
        }
        if (!name.equals(entry.name()) && snapshot.server(name).isPresent()) {
            throw new InputException("name-taken", "There is a server named " + name + " already.");
        }
    }

    /// Deletes a server's file.
    ///
    /// @throws InputException the entry shares its file with others
    /// @throws IOException the file is still there
    public synchronized void remove(ServerEntry entry) throws IOException, InputException {
        Files.deleteIfExists(ownFile(entry));
        read();
    }

    /// The environment of this name; null or empty for the workspace's default, which may be none.
    ///
    /// @param process the variables of this process, where secrets are looked up
    /// @throws InputException there is none of this name, or its file cannot be read
    public Environment environment(@Nullable String name, Map<String, String> process)
            throws InputException {
        String wanted = name == null || name.isBlank() ? snapshot.defaultEnvironment() : name;
        if (wanted.isEmpty()) {
            return new Environment("", Map.of(), process, folder);
        }
        if (!snapshot.environments().contains(wanted)) {
            throw new InputException(
                    "unknown-environment",
                    "There is no environment " + wanted + " in " + folder + ".",
                    Names.hint(wanted, snapshot.environments()));
        }
        Path yaml = folder.resolve("environments").resolve(wanted + ".yaml");
        Path file = Files.exists(yaml) ? yaml : yaml.resolveSibling(wanted + ".yml");
        try {
            Map<String, String> variables = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> entry :
                    TextFile.tree(file, folder).path("variables").properties()) {
                JsonNode value = entry.getValue();
                variables.put(
                        entry.getKey(),
                        value.isContainer() ? value.toString() : value.asString(""));
            }
            return new Environment(wanted, variables, process, folder);
        } catch (BadFileException e) {
            throw new InputException("unreadable-file", e.problem().toString());
        }
    }

    private String freeName(String name) {
        String free = name;
        for (int number = 2; snapshot.server(free).isPresent(); number++) {
            free = name + "-" + number;
        }
        return free;
    }

    /// Whether an entry stands in a file of its own, which can be written.
    public boolean hasOwnFile(ServerEntry entry) {
        return entry.file() != null && entry.file().startsWith(folder.resolve("servers"));
    }

    private Path ownFile(ServerEntry entry) throws InputException {
        Path file = entry.file();
        if (file == null || !hasOwnFile(entry)) {
            throw new InputException(
                    "shared-file",
                    entry.name() + " stands in a file with others: " + file + ".",
                    "Edit the file itself.");
        }
        return file;
    }
}
