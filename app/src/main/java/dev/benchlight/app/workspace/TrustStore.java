package dev.benchlight.app.workspace;

import dev.benchlight.mcp.wire.ServerConfig;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which server entries the user approved, by [Fingerprint], in `trust.json` of the data folder.
/// The file is what counts, whoever wrote it last: what is approved or taken back by another window
/// or command, or by hand, holds here too. Thread-safe; methods may wait for the disk.
///
/// A program is started only if its whole command line was shown and approved. An HTTP entry starts
/// nothing and is used without asking, unless it sends a secret (`${secret:…}`) or a variable of
/// the process (`${env:…}`): a file that came with a repository could otherwise send a secret of
/// the user's to a host of its choosing.
public final class TrustStore {
    private static final JsonMapper JSON = JsonMapper.shared();

    /// Of a hundred thousand approvals.
    private static final int LONGEST = 64 << 20;

    private static final int MOST_TOLD = 8;

    private static final System.Logger LOG = System.getLogger(TrustStore.class.getName());

    /// Another program has the file for a few milliseconds, unless it is stopped.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DataFolder data;
    private Map<String, ObjectNode> approved = new LinkedHashMap<>();

    /// Approved here, and not in the file, since that could not be written.
    private final Map<String, ObjectNode> unwritten = new LinkedHashMap<>();

    private final List<String> notices = new ArrayList<>();

    private TrustStore(DataFolder data) {
        this.data = data;
    }

    /// Reads the approvals. A file that is damaged is moved aside, which [#notices()] tells.
    public static TrustStore open(DataFolder data) {
        TrustStore store = new TrustStore(data);
        if (!store.refresh()) {
            store.mend();
        }
        return store;
    }

    /// Whether the user has to be asked before this entry is used.
    ///
    /// @param visible the entry's configuration as it will be used, secrets still by name
    public synchronized boolean needsApproval(ServerEntry entry, ServerConfig visible) {
        if (entry.origin() != ServerEntry.Origin.FILE || !Fingerprint.isSensitive(visible)) {
            return false;
        }
        refresh();
        return !isApproved(visible);
    }

    private boolean isApproved(ServerConfig visible) {
        String fingerprint = Fingerprint.of(visible);
        return approved.containsKey(fingerprint) || unwritten.containsKey(fingerprint);
    }

    /// What an approval is bound to.
    ///
    /// @param visible as in [#needsApproval]
    public static String fingerprint(ServerConfig visible) {
        return Fingerprint.of(visible);
    }

    /// Remembers an approval.
    ///
    /// @throws IOException it holds until the program ends, but could not be written down
    public synchronized void approve(ServerEntry entry, ServerConfig visible) throws IOException {
        ObjectNode approval = JSON.createObjectNode();
        approval.put("name", entry.name());
        approval.put("approved", Instant.now().toString());
        if (entry.file() != null) {
            approval.put("file", entry.file().toString());
        }
        ObjectNode parts = approval.putObject("parts");
        Fingerprint.ofParts(visible).forEach(parts::put);
        unwritten.put(Fingerprint.of(visible), approval);
        if (data.writable()) {
            try (LockFile _ = lock()) {
                readOrMoveAside();
                write();
            }
        }
    }

    /// What differs from the last approval of the same entry of the same file, as a sentence; empty
    /// where it is approved as it is, or never was in another form.
    public synchronized Optional<String> changed(ServerEntry entry, ServerConfig visible) {
        Path file = entry.file();
        if (file == null || isApproved(visible)) {
            return Optional.empty();
        }
        return approved.values().stream()
                .filter(approval -> approval.path("name").asString("").equals(entry.name()))
                .filter(approval -> approval.path("file").asString("").equals(file.toString()))
                .max(Comparator.comparing(approval -> approval.path("approved").asString("")))
                .map(approval -> changed(approval, Fingerprint.ofParts(visible)));
    }

    private static String changed(ObjectNode approval, Map<String, String> now) {
        NavigableSet<String> changed = new TreeSet<>();
        JsonNode then = approval.path("parts");
        now.forEach((part, hash) -> {
            if (!then.path(part).asString("").equals(hash)) {
                changed.add(part);
            }
        });
        then.propertyNames().stream().filter(part -> !now.containsKey(part)).forEach(changed::add);
        String day = approval.path("approved").asString("").replaceFirst("T.*", "");
        return changed.isEmpty()
                ? "It is not what was approved on " + day + "."
                : "It changed since it was approved on " + day + ": " + some(changed) + ".";
    }

    private static String some(Collection<String> parts) {
        String first =
                parts.stream()
                        .limit(MOST_TOLD)
                        .map(part -> part.length() > 80 ? part.substring(0, 80) + "…" : part)
                        .collect(Collectors.joining(", "));
        int more = parts.size() - MOST_TOLD;
        return more > 0 ? first + " and " + more + " more" : first;
    }

    /// One sentence for each thing that was wrong with the file.
    public synchronized List<String> notices() {
        return List.copyOf(notices);
    }

    private Path file() {
        return data.path().resolve("trust.json");
    }

    /// @return null where no file can be locked: of two that write at once, the last one wins there
    private @Nullable LockFile lock() throws IOException {
        Optional<LockFile> lock;
        try {
            lock = LockFile.lock(file(), PATIENCE);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, file() + " cannot be locked", e);
            return null;
        }
        return lock.orElseThrow(() -> new IOException("another program has " + file() + " locked"));
    }

    private Map<String, ObjectNode> read() throws IOException {
        Map<String, ObjectNode> read = new LinkedHashMap<>();
        if (!Files.exists(file())) {
            return read;
        }
        JsonNode entries = JSON.readTree(BoundedFile.text(file(), LONGEST)).path("approved");
        if (!entries.isObject()) {
            throw new IllegalArgumentException("it has no object named approved");
        }
        for (Map.Entry<String, JsonNode> entry : entries.properties()) {
            if (entry.getValue() instanceof ObjectNode object) {
                read.put(entry.getKey(), object);
            }
        }
        return read;
    }

    /// Takes what the file has now; where that cannot be read, what it had when it was read last.
    private boolean refresh() {
        try {
            approved = read();
            return true;
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            LOG.log(System.Logger.Level.DEBUG, file() + " could not be read", e);
            return false;
        }
    }

    /// Under the lock, lest a file be moved aside that another has just put in the place of this.
    private void mend() {
        try (LockFile _ = data.writable() ? lock() : null) {
            readOrMoveAside();
        } catch (IOException e) {
            notices.add("The list of approved servers cannot be read: " + e.getMessage() + ".");
        }
    }

    private void readOrMoveAside() {
        try {
            approved = read();
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            approved = new LinkedHashMap<>();
            moveAside(file(), FileProblem.reason(e));
        }
    }

    private void write() throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.put("version", 1);
        ObjectNode entries = json.putObject("approved");
        approved.forEach(entries::set);
        unwritten.forEach(entries::set);
        AtomicFile.writePrivate(
                file(), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
        approved.putAll(unwritten);
        unwritten.clear();
    }

    private void moveAside(Path file, String reason) {
        Path aside = file.resolveSibling("trust.json.corrupt-" + Instant.now().toEpochMilli());
        String what = "The list of approved servers cannot be read (" + reason + ")";
        try {
            Files.move(file, aside);
            notices.add(
                    what + "; it was moved to " + aside + ", and servers are asked about anew.");
        } catch (IOException e) {
            notices.add(what + "; servers are asked about anew.");
        }
    }
}
