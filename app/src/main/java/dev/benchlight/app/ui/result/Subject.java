package dev.benchlight.app.ui.result;

import dev.benchlight.app.connections.Catalogue;
import dev.benchlight.app.ui.fx.Dialogs;
import dev.benchlight.mcp.Completable;
import dev.benchlight.mcp.Listing;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Optional;

/// What a tab is about: how it is found, described and called. Pure and quick.
public interface Subject {
    /// What it is called in a sentence, such as "tool".
    String kind();

    /// The name, URI or URI template.
    String name();

    /// What the button says, such as "Run".
    String action();

    /// The listing it belongs to.
    Listing<?> listing(Catalogue catalogue);

    /// Its definition in what the server lists.
    Optional<JsonNode> find(Catalogue catalogue);

    /// The JSON Schema of its arguments.
    JsonNode schema(JsonNode definition);

    /// Whether there is anything to fill in.
    default boolean takesArguments() {
        return true;
    }

    Request request(JsonNode arguments);

    /// Whether [#preview] tells more than nothing.
    default boolean previews() {
        return false;
    }

    /// What will be asked for with these arguments, or why it can't be; empty if that is plain.
    default String preview(JsonNode arguments) {
        return "";
    }

    /// What a server may complete its arguments as.
    default Optional<Completable> completable() {
        return Optional.empty();
    }

    /// What the server claims about it, a few words each.
    default List<String> claims(JsonNode definition) {
        return List.of();
    }

    /// What to ask the user before it is called for the first time.
    default Optional<Dialogs.Question> caution(String server, JsonNode definition) {
        return Optional.empty();
    }

    /// The same call on the command line.
    String commandLine(String server, JsonNode arguments);
}
