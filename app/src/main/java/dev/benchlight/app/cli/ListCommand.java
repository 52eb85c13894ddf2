package dev.benchlight.app.cli;

import dev.benchlight.app.workspace.InputException;
import dev.benchlight.app.workspace.Names;
import dev.benchlight.mcp.Listing;
import dev.benchlight.mcp.Prompt;
import dev.benchlight.mcp.Resource;
import dev.benchlight.mcp.ResourceTemplate;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.Tool;
import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Problem;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `list`: what a server offers.
///
/// @param kinds to list; all of them where the user named none
record ListCommand(List<String> kinds) implements SessionCommand {
    private static final List<String> KINDS = List.of("tools", "prompts", "resources", "templates");

    static ListCommand of(List<String> words) throws InputException {
        if (words.size() > 1) {
            throw SessionCommand.tooMany("list", words.get(1));
        }
        if (!words.isEmpty() && !KINDS.contains(words.getFirst())) {
            throw new InputException(
                    "usage",
                    "There is no list of " + Visible.line(words.getFirst()) + ".",
                    Names.hint(words.getFirst(), KINDS));
        }
        return new ListCommand(words);
    }

    @Override
    public Reply run(SessionRun run, ServerDescription server) throws InputException {
        if (kinds.size() == 1) {
            return list(run, kinds.getFirst());
        }
        ObjectNode result = JsonMapper.shared().createObjectNode();
        List<String> texts = new ArrayList<>();
        Reply last = Reply.done(result, "The server offers no tools, prompts or resources.");
        for (String kind : KINDS) {
            if (!server.has(kind.equals("templates") ? "resources" : kind)) {
                continue;
            }
            Reply reply = list(run, kind);
            JsonNode part = reply.result();
            if (part == null) {
                return reply;
            }
            for (Map.Entry<String, JsonNode> entry : part.properties()) {
                result.set(entry.getKey(), entry.getValue());
            }
            texts.add(reply.text());
            last = reply.with(last.warnings());
        }
        String text = texts.isEmpty() ? last.text() : String.join("\n\n", texts);
        return new Reply(
                last.exit(),
                result,
                text,
                last.problem(),
                last.warnings(),
                last.trace(),
                last.duration());
    }

    private static Reply list(SessionRun run, String kind) throws InputException {
        var session = run.session();
        var options = run.callOptions();
        return switch (kind) {
            case "tools" ->
                    run.reply(
                            session.listTools(options),
                            listing -> reply(listing, "tools", rows(listing, Tool::json)));
            case "prompts" ->
                    run.reply(
                            session.listPrompts(options),
                            listing -> reply(listing, "prompts", rows(listing, Prompt::json)));
            case "resources" ->
                    run.reply(
                            session.listResources(options),
                            listing -> reply(listing, "resources", rows(listing, Resource::json)));
            default ->
                    run.reply(
                            session.listResourceTemplates(options),
                            listing ->
                                    reply(
                                            listing,
                                            "resource templates",
                                            rows(listing, ResourceTemplate::json)));
        };
    }

    private static <T> List<List<String>> rows(
            Listing<T> listing, java.util.function.Function<T, JsonNode> json) {
        List<List<String>> rows = new ArrayList<>();
        for (T item : listing.items()) {
            JsonNode node = json.apply(item);
            String uri = node.path("uri").asString(node.path("uriTemplate").asString(""));
            rows.add(
                    List.of(
                            uri.isEmpty() ? node.path("name").asString("") : uri,
                            node.path("description")
                                    .asString(
                                            node.path("title")
                                                    .asString(node.path("name").asString("")))));
        }
        return rows;
    }

    private static Reply reply(Listing<?> listing, String what, List<List<String>> rows) {
        String text = what + " (" + rows.size() + ")\n" + Table.of(rows);
        Reply reply = Reply.done(whole(listing.pages()), text.strip()).with(listing.warnings());
        if (listing.complete()) {
            return reply;
        }
        String why =
                listing.warnings().isEmpty() ? "" : ": " + listing.warnings().getLast().message();
        return reply.with(
                Exit.LIMIT,
                Problem.of(
                        "listing-incomplete",
                        Layer.LIMIT,
                        "The list of " + what + " is not complete" + why));
    }

    /// All pages as one result, unknown fields included.
    static JsonNode whole(List<JsonNode> pages) {
        ObjectNode whole = JsonMapper.shared().createObjectNode();
        for (JsonNode page : pages) {
            for (Map.Entry<String, JsonNode> entry : page.properties()) {
                JsonNode value = entry.getValue();
                if (whole.get(entry.getKey()) instanceof ArrayNode all && value.isArray()) {
                    value.forEach(all::add);
                } else {
                    whole.set(entry.getKey(), value.deepCopy());
                }
            }
        }
        if (!pages.isEmpty() && !pages.getLast().has("nextCursor")) {
            whole.remove("nextCursor");
        }
        return whole;
    }
}
