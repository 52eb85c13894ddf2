package dev.benchlight.app.connections;

import dev.benchlight.app.workspace.AtomicFile;
import dev.benchlight.app.workspace.BoundedFile;
import dev.benchlight.app.workspace.DataFolder;
import dev.benchlight.app.workspace.LockFile;
import dev.benchlight.mcp.Revision;
import dev.benchlight.mcp.SessionOptions;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The revisions that the user wants spoken with servers of one workspace, in a file of the data
/// folder. Thread-safe; [#pin] waits for the disk.
public final class PinnedRevisions {
    static final String FILE = "revisions.json";
    private static final System.Logger LOG = System.getLogger(PinnedRevisions.class.getName());
    private static final int LONGEST = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path file;
    private final String workspace;
    private final boolean writable;
    private volatile Map<String, Revision> byServer;

    private PinnedRevisions(Path file, String workspace, boolean writable) {
        this.file = file;
        this.workspace = workspace;
        this.writable = writable;
        Map<String, Revision> pinned = new TreeMap<>();
        for (var server : read().path(workspace).properties()) {
            Revision.of(server.getValue().asString(""))
                    .ifPresent(revision -> pinned.put(server.getKey(), revision));
        }
        byServer = Collections.unmodifiableMap(pinned);
    }

    /// Those of a workspace; waits for the disk. What cannot be read pins nothing.
    public static PinnedRevisions in(DataFolder data, Path workspace) {
        return new PinnedRevisions(
                data.path().resolve(FILE),
                workspace.toAbsolutePath().normalize().toString(),
                data.writable());
    }

    /// Empty where it is to be found out.
    public Optional<Revision> of(String server) {
        return Optional.ofNullable(byServer.get(server));
    }

    /// The options with what is pinned for a server.
    public SessionOptions applied(String server, SessionOptions options) {
        return of(server).map(options::speaking).orElse(options);
    }

    /// Has a revision spoken from the next connection on, or found out again where it is empty.
    ///
    /// @throws IOException it holds until the program ends, but could not be written down
    public synchronized void pin(String server, Optional<Revision> revision) throws IOException {
        Map<String, Revision> now = new TreeMap<>(byServer);
        revision.ifPresentOrElse(chosen -> now.put(server, chosen), () -> now.remove(server));
        byServer = Collections.unmodifiableMap(now);
        if (!writable) {
            throw new IOException("the data folder cannot be written to");
        }
        // Another window may pin for its own workspace meanwhile.
        try (LockFile _ = lock()) {
            write(now);
        }
    }

    private LockFile lock() throws IOException {
        return LockFile.lock(file, PATIENCE)
                .orElseThrow(() -> new IOException("another program holds " + file));
    }

    private void write(Map<String, Revision> now) throws IOException {
        ObjectNode all = read();
        ObjectNode own = all.putObject(workspace);
        now.forEach((name, pinned) -> own.put(name, pinned.version()));
        if (own.isEmpty()) {
            all.remove(workspace);
        }
        AtomicFile.writePrivateUnsynced(file, all.toString());
    }

    private ObjectNode read() {
        try {
            JsonNode json =
                    Files.exists(file)
                            ? JsonMapper.shared().readTree(BoundedFile.text(file, LONGEST))
                            : JsonMapper.shared().createObjectNode();
            if (json instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException | JacksonException e) {
            LOG.log(System.Logger.Level.WARNING, "cannot read " + file + ", begun anew: " + e);
        }
        return JsonMapper.shared().createObjectNode();
    }
}
