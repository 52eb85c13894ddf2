package dev.benchlight.app.ui.signin;

import dev.benchlight.app.ui.settings.JsonFile;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the user said once and for all, by server: whether its sign-in page opens without asking,
/// and which other origins it may name. Kept in a file. Thread-safe.
public final class SignInChoices {
    private final @Nullable JsonFile file;
    private final Set<String> unasked = new TreeSet<>();
    private final TreeMap<String, Set<String>> origins = new TreeMap<>();

    private SignInChoices(@Nullable JsonFile file) {
        this.file = file;
    }

    /// Those in a file. Waits for the disk.
    public static SignInChoices in(JsonFile file) {
        SignInChoices choices = new SignInChoices(file);
        choices.take(file.load());
        return choices;
    }

    /// Forgets all when the program ends.
    public static SignInChoices inMemory() {
        return new SignInChoices(null);
    }

    private synchronized void take(ObjectNode saved) {
        saved.properties()
                .forEach(entry -> {
                    JsonNode choice = entry.getValue();
                    if (choice.path("openUnasked").asBoolean(false)) {
                        unasked.add(entry.getKey());
                    }
                    for (JsonNode origin : choice.path("origins")) {
                        if (origin.isString()) {
                            known(entry.getKey()).add(origin.stringValue());
                        }
                    }
                });
    }

    synchronized boolean opensUnasked(String server) {
        return unasked.contains(server);
    }

    synchronized void openUnasked(String server) {
        unasked.add(server);
        save();
    }

    synchronized void askAgain(String server) {
        unasked.remove(server);
        save();
    }

    synchronized boolean allows(String server, URI origin) {
        return origins.getOrDefault(server, Set.of()).contains(origin.toString());
    }

    synchronized void allow(String server, URI origin) {
        known(server).add(origin.toString());
        save();
    }

    private synchronized Set<String> known(String server) {
        return origins.computeIfAbsent(server, _ -> new TreeSet<>());
    }

    private synchronized void save() {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        Set<String> servers = new TreeSet<>(origins.keySet());
        servers.addAll(unasked);
        for (String server : servers) {
            ObjectNode choice = root.putObject(server);
            choice.put("openUnasked", unasked.contains(server));
            origins.getOrDefault(server, Set.of()).forEach(choice.putArray("origins")::add);
        }
        if (file != null) {
            file.save(() -> root);
        }
    }
}
