package dev.benchlight.app.ui.asks;

import dev.benchlight.app.ui.settings.JsonFile;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// What the user decided for each server of a workspace: its folders, and what needs no asking.
/// Kept in a file. Thread-safe; reads the disk only when it is made.
public final class ServerAnswers {
    private final JsonFile file;
    private final String workspace;
    private final ObjectNode content;

    /// What is kept of one server.
    ///
    /// @param roots folders that it may be told of
    /// @param allowed methods that are answered without asking
    /// @param fingerprint of the entry that this was allowed for
    record Kept(List<String> roots, Set<String> allowed, String fingerprint) {
        Kept {
            roots = List.copyOf(roots);
            allowed = Set.copyOf(allowed);
        }

        Kept with(List<String> newRoots) {
            return new Kept(newRoots, allowed, fingerprint);
        }

        /// With one more thing allowed; what was allowed for another entry is not, any more.
        Kept allowing(String method, String newFingerprint) {
            Set<String> now =
                    new TreeSet<>(fingerprint.equals(newFingerprint) ? allowed : Set.of());
            now.add(method);
            return new Kept(roots, now, newFingerprint);
        }

        Kept without(String method) {
            Set<String> now = new TreeSet<>(allowed);
            now.remove(method);
            return new Kept(roots, now, fingerprint);
        }
    }

    /// @param workspace the folder whose servers these are
    public ServerAnswers(JsonFile file, String workspace) {
        this.file = file;
        this.workspace = workspace;
        content = file.load();
    }

    synchronized Kept of(String server) {
        JsonNode json = content.path(workspace).path(server);
        return new Kept(
                texts(json.path("roots")),
                new TreeSet<>(texts(json.path("allowed"))),
                json.path("fingerprint").asString(""));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(text -> text.asString("")).toList();
    }

    /// Whether a method is answered without asking, for this very entry.
    boolean isAllowed(String server, String fingerprint, String method) {
        Kept now = of(server);
        return !fingerprint.isEmpty()
                && now.fingerprint().equals(fingerprint)
                && now.allowed().contains(method);
    }

    void change(String server, UnaryOperator<Kept> change) {
        ObjectNode now;
        synchronized (this) {
            Kept changed = change.apply(of(server));
            ObjectNode json = content.withObjectProperty(workspace).putObject(server);
            changed.roots().forEach(json.putArray("roots")::add);
            new TreeSet<>(changed.allowed()).forEach(json.putArray("allowed")::add);
            json.put("fingerprint", changed.fingerprint());
            now = content.deepCopy();
        }
        file.save(() -> now);
    }

    /// Writes what is not written yet. Waits for the disk.
    public void flush() {
        file.flush();
    }
}
