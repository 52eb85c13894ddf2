package dev.benchlight.app.checkup;

import dev.benchlight.app.connections.Catalogue;
import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.app.doctor.Doctor;
import dev.benchlight.app.doctor.Offer;
import dev.benchlight.app.snapshots.CatalogueDiff;
import dev.benchlight.app.snapshots.CatalogueSnapshot;
import dev.benchlight.app.snapshots.Change;
import dev.benchlight.app.snapshots.Snapshots;
import dev.benchlight.mcp.Era;
import dev.benchlight.mcp.Prompt;
import dev.benchlight.mcp.Resource;
import dev.benchlight.mcp.ResourceTemplate;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.SessionState;
import dev.benchlight.mcp.Tool;
import dev.benchlight.mcp.wire.ServerConfig;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/// Looks at each catalogue once it is there, on a thread of its own, and tells of the result. The
/// first catalogue of a server is accepted as it is. Thread-safe; only [#close()] waits.
public final class Checkups implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Checkups.class.getName());

    private final Snapshots snapshots;
    private final Map<String, Catalogue> newest = new ConcurrentHashMap<>();
    private final Map<String, Checkup> done = new ConcurrentHashMap<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("checkup").factory());

    public Checkups(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /// Takes up a snapshot of a connection; the same catalogue is looked at once.
    public void see(ConnectionSnapshot snapshot) {
        String server = snapshot.entry().name();
        Optional<ServerDescription> described = described(snapshot.state());
        Catalogue catalogue = snapshot.catalogue();
        if (described.isPresent()
                && catalogue.asked()
                && !isSame(catalogue, newest.put(server, catalogue))) {
            ServerConfig config = snapshot.entry().config();
            submit(() -> look(server, config, described.get(), catalogue));
        }
    }

    /// To compare two large ones would take long; one that did not change is the same object.
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Catalogue one, @Nullable Catalogue other) {
        return one == other;
    }

    private static Optional<ServerDescription> described(SessionState state) {
        return switch (state) {
            case SessionState.Ready(ServerDescription server) -> Optional.of(server);
            case SessionState.Degraded(ServerDescription server, var _) -> Optional.of(server);
            case SessionState.Connecting _, SessionState.Closed _, SessionState.Failed _ ->
                    Optional.empty();
        };
    }

    /// The last one of a server, if it was looked at.
    public Optional<Checkup> of(String server) {
        return Optional.ofNullable(done.get(server));
    }

    /// From now on, changes of a server are told against its catalogue as it is now.
    public void accept(String server) {
        submit(() -> {
            Checkup checkup = done.get(server);
            if (checkup != null) {
                snapshots.accept(checkup.config(), checkup.catalogue());
                tell(server, checkup.accepted());
            }
        });
    }

    /// Calls `listener` with the name of each server that there is something new of, on any thread;
    /// it must not block.
    ///
    /// @return ends it
    public Runnable subscribe(Consumer<String> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void submit(Runnable task) {
        try {
            worker.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.log(System.Logger.Level.DEBUG, "a catalogue came after the end");
        }
    }

    private void look(
            String server, ServerConfig config, ServerDescription described, Catalogue catalogue) {
        if (!isSame(catalogue, newest.get(server))) {
            return;
        }
        try {
            Offer offer = offer(described, catalogue);
            CatalogueSnapshot now = CatalogueSnapshot.of(offer);
            boolean whole = isWhole(catalogue);
            List<Change> changes = whole ? changes(config, now) : List.of();
            tell(server, new Checkup(config, now, Doctor.of(offer), whole, changes));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a catalogue could not be looked at", e);
        }
    }

    private static boolean isWhole(Catalogue catalogue) {
        return catalogue.tools().complete()
                && catalogue.prompts().complete()
                && catalogue.resources().complete()
                && catalogue.templates().complete();
    }

    private List<Change> changes(ServerConfig config, CatalogueSnapshot now) {
        Optional<CatalogueSnapshot> last = snapshots.last(config);
        if (last.isEmpty()) {
            snapshots.accept(config, now);
            return List.of();
        }
        return CatalogueDiff.between(last.get(), now);
    }

    private static Offer offer(ServerDescription described, Catalogue catalogue) {
        return new Offer(
                described.revision().era() == Era.MODERN,
                described.json(),
                catalogue.tools().items().stream().map(Tool::json).toList(),
                catalogue.prompts().items().stream().map(Prompt::json).toList(),
                catalogue.resources().items().stream().map(Resource::json).toList(),
                catalogue.templates().items().stream().map(ResourceTemplate::json).toList());
    }

    private void tell(String server, Checkup checkup) {
        done.put(server, checkup);
        listeners.forEach(listener -> listener.accept(server));
    }

    /// Waits for what is being looked at.
    @Override
    public void close() {
        worker.close();
    }
}
