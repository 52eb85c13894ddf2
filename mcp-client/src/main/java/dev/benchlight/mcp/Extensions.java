package dev.benchlight.mcp;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Extensions of the protocol, which client and server each declare under `capabilities.extensions`
/// ("Extensions", 2026-07-28). One is in use where both do.
public final class Extensions {
    public static final String TASKS = "io.modelcontextprotocol/tasks";

    /// Apps: tools with a page of their own, which is shown as source and opened only on request.
    public static final String APPS = "io.modelcontextprotocol/ui";

    /// What a page of an app says that it is.
    public static final String APP_TYPE = "text/html;profile=mcp-app";

    private static final String MEMBER = "extensions";

    private Extensions() {}

    /// One extension, as both sides see it.
    ///
    /// @param kind `extensions` or `experimental`: where it was declared
    /// @param client what the client declares of it, or a missing node
    /// @param server what the server declares of it, or a missing node
    public record Declared(String kind, String id, JsonNode client, JsonNode server) {
        public boolean byClient() {
            return !client.isMissingNode();
        }

        public boolean byServer() {
            return !server.isMissingNode();
        }

        /// Whether both sides take part in it.
        public boolean negotiated() {
            return byClient() && byServer();
        }
    }

    /// The capabilities to declare to a server: those of whoever uses the engine, and the
    /// extensions that it knows.
    public static ObjectNode declaring(JsonNode capabilities, Era era) {
        ObjectNode all =
                capabilities instanceof ObjectNode object
                        ? object.deepCopy()
                        : JsonNodeFactory.instance.objectNode();
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        if (era == Era.MODERN) {
            known.putObject(TASKS);
            // Nobody tells of other roots there: they are asked for with each call.
            if (all.path("roots") instanceof ObjectNode roots) {
                roots.remove("listChanged");
            }
        }
        known.putObject(APPS).putArray("mimeTypes").add(APP_TYPE);
        if (all.path(MEMBER) instanceof ObjectNode own) {
            known.setAll(own);
        }
        all.set(MEMBER, known);
        return all;
    }

    /// What either side declares, by its id.
    ///
    /// @param client the capabilities that were declared to the server
    public static List<Declared> of(JsonNode client, ServerDescription server) {
        List<Declared> all = new ArrayList<>();
        JsonNode offered = server.json().path("capabilities");
        for (String kind : List.of(MEMBER, "experimental")) {
            Set<String> ids = new TreeSet<>(client.path(kind).propertyNames());
            ids.addAll(offered.path(kind).propertyNames());
            for (String id : ids) {
                all.add(
                        new Declared(
                                kind, id, client.path(kind).path(id), offered.path(kind).path(id)));
            }
        }
        return all;
    }
}
