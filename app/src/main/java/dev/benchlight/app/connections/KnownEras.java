package dev.benchlight.app.connections;

import dev.benchlight.app.workspace.AtomicFile;
import dev.benchlight.app.workspace.BoundedFile;
import dev.benchlight.app.workspace.DataFolder;
import dev.benchlight.mcp.Era;
import dev.benchlight.mcp.EraMemory;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Which servers turned out to be older ones, in a file of the data folder. Only those are written
/// down, since only those are spared a question, and for a week, since they may be replaced by
/// newer ones that take both. A file that cannot be read or written costs that question only.
/// Thread-safe.
public final class KnownEras implements EraMemory {
    static final String FILE = "eras.json";
    private static final System.Logger LOG = System.getLogger(KnownEras.class.getName());
    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration FRESH = Duration.ofDays(1);
    private static final int LONGEST = 1 << 20;
    private static final int MOST = 1_000;

    private final Path file;
    private final InstantSource clock;

    KnownEras(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /// The one of a data folder; where nothing can be written, it is kept in memory.
    public static EraMemory in(DataFolder data) {
        return data.writable()
                ? new KnownEras(data.path().resolve(FILE), InstantSource.system())
                : EraMemory.inMemory();
    }

    @Override
    public synchronized Optional<Era> recall(String server) {
        return younger(read(), server, KEPT) ? Optional.of(Era.LEGACY) : Optional.empty();
    }

    @Override
    public synchronized void remember(String server, Era era) {
        if (era == Era.MODERN) {
            forget(server);
            return;
        }
        ObjectNode all = read();
        if (younger(all, server, FRESH)) {
            return;
        }
        all.propertyNames().stream()
                .filter(other -> all.size() >= MOST || !younger(all, other, KEPT))
                .toList()
                .forEach(all::remove);
        all.put(server, clock.instant().toString());
        write(all);
    }

    @Override
    public synchronized void forget(String server) {
        ObjectNode all = read();
        if (all.remove(server) != null) {
            write(all);
        }
    }

    private boolean younger(ObjectNode all, String server, Duration age) {
        try {
            Instant seen = Instant.parse(all.path(server).asString(""));
            Duration since = Duration.between(seen, clock.instant());
            return !since.isNegative() && since.compareTo(age) < 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private ObjectNode read() {
        try {
            if (Files.exists(file)
                    && JsonMapper.shared().readTree(BoundedFile.text(file, LONGEST))
                            instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException | JacksonException e) {
            LOG.log(System.Logger.Level.WARNING, "cannot read " + file + ", begun anew: " + e);
        }
        return JsonMapper.shared().createObjectNode();
    }

    private void write(ObjectNode all) {
        try {
            AtomicFile.writePrivateUnsynced(file, all.toString());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "cannot write " + file + ": " + e);
        }
    }
}
