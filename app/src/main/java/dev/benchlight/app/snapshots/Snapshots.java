package dev.benchlight.app.snapshots;

import dev.benchlight.app.workspace.AtomicFile;
import dev.benchlight.app.workspace.BoundedFile;
import dev.benchlight.app.workspace.DataFolder;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.Sha256;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The catalogues that the user accepted, a file for each server in the data folder; in memory
/// where that cannot be written. A server is known by its URL, or by its command, arguments and
/// folder, whatever it is called. Thread-safe; waits for the disk.
public final class Snapshots {
    private static final System.Logger LOG = System.getLogger(Snapshots.class.getName());
    private static final int LONGEST = 64 << 20;

    private final DataFolder data;
    private final Map<String, CatalogueSnapshot> memory = new ConcurrentHashMap<>();

    public Snapshots(DataFolder data) {
        this.data = data;
    }

    /// Where the one of a server stands, or would stand.
    public Path file(ServerConfig config) {
        return folder().resolve(key(config) + ".json");
    }

    private Path folder() {
        return data.path().resolve("catalogues");
    }

    /// The last one accepted. One that cannot be read counts as none.
    public Optional<CatalogueSnapshot> last(ServerConfig config) {
        CatalogueSnapshot kept = memory.get(key(config));
        if (kept != null) {
            return Optional.of(kept);
        }
        try {
            Path file = file(config);
            return Files.exists(file) ? read(file) : Optional.empty();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "cannot read a catalogue, begun anew: " + e);
            return Optional.empty();
        }
    }

    /// One of a file of the user's; empty if it holds none.
    ///
    /// @throws IOException the file cannot be read
    public static Optional<CatalogueSnapshot> read(Path file) throws IOException {
        return CatalogueSnapshot.parse(BoundedFile.text(file, LONGEST));
    }

    /// From now on, this is what changes are told against. Where it cannot be written down, it
    /// holds until the program ends.
    ///
    /// @return whether it was written down
    public boolean accept(ServerConfig config, CatalogueSnapshot snapshot) {
        if (data.writable()) {
            try {
                AtomicFile.createPrivateFolder(folder());
                AtomicFile.writePrivate(file(config), snapshot.text());
                memory.remove(key(config));
                return true;
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "cannot keep a catalogue: " + e);
            }
        }
        memory.put(key(config), snapshot);
        return false;
    }

    private static String key(ServerConfig config) {
        List<String> parts = new ArrayList<>();
        switch (config) {
            case ServerConfig.Http http -> parts.add(http.url().toString());
            case ServerConfig.Stdio stdio -> {
                parts.add(stdio.command());
                parts.addAll(stdio.arguments());
                parts.add(String.valueOf(stdio.directory()));
            }
        }
        StringBuilder all = new StringBuilder();
        parts.forEach(part -> all.append(part.length()).append(':').append(part));
        return Sha256.hex(all.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    }
}
