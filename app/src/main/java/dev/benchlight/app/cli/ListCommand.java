package dev.benchlight.app.cli;

import dev.benchlight.app.workspace.InputException;
import dev.benchlight.app.workspace.Names;
import dev.benchlight.mcp.Listing;
import dev.benchlight.mcp.Prompt;
import dev.benchlight.mcp.Resource;
import dev.benchlight.mcp.ResourceTemplate;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.Tool;
import dev.benchlight.mcp.Warning;
import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Problem;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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
    public Reply run(SessionRun run, ServerDescription server) {
        if (kinds.size() == 1) {
            return list(run, server, kinds.getFirst());
        }
        Reply whole = null;
        for (String kind : KINDS) {
            if (server.has(capability(kind))) {
                Reply part = list(run, server, kind);
                whole = whole == null ? part : both(whole, part);
            }
        }
        return whole == null
                ? Reply.done(
                        JsonNodeFactory.instance.objectNode(),
                        "The server offers no tools, prompts or resources.")
                : whole;
    }

    /// What one list lacks does not take the others away; its problem and exit code stay.
    private static Reply both(Reply first, Reply second) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        for (JsonNode part : Arrays.asList(first.result(), second.result())) {
            if (part != null) {
                part.properties().forEach(entry -> result.set(entry.getKey(), entry.getValue()));
            }
        }
        Reply worse = first.problem() == null ? second : first;
        List<Warning> warnings = new ArrayList<>(first.warnings());
        warnings.addAll(second.warnings());
        return new Reply(
                worse.exit(),
                result,
                (first.text() + "\n\n" + second.text()).strip(),
                worse.problem(),
                worse.brief(),
                List.copyOf(warnings),
                worse.trace(),
                worse.duration());
    }

    private static String capability(String kind) {
        return kind.equals("templates") ? "resources" : kind;
    }

    private static Reply list(SessionRun run, ServerDescription server, String kind) {
        if (!server.has(capability(kind))) {
            Call<ServerDescription> connect = run.session().connect();
            return notOffered(kind).with(connect.trace(), connect.metrics().duration());
        }
        var session = run.session();
        var options = run.callOptions();
        int width = run.around().console().width();
        return switch (kind) {
            case "tools" ->
                    run.reply(
                            session.listTools(options),
                            listing -> reply(listing, "tools", Tool::json, width));
            case "prompts" ->
                    run.reply(
                            session.listPrompts(options),
                            listing -> reply(listing, "prompts", Prompt::json, width));
            case "resources" ->
                    run.reply(
                            session.listResources(options),
                            listing -> reply(listing, "resources", Resource::json, width));
            default ->
                    run.reply(
                            session.listResourceTemplates(options),
                            listing ->
                                    reply(
                                            listing,
                                            "resource templates",
                                            ResourceTemplate::json,
                                            width));
        };
    }

    private static Reply notOffered(String kind) {
        ObjectNode empty = JsonNodeFactory.instance.objectNode();
        empty.putArray(kind.equals("templates") ? "resourceTemplates" : kind);
        Warning warning =
                new Warning(
                        "capability-missing",
                        "The server does not say that it has "
                                + capability(kind)
                                + ", so it was not asked for them.",
                        1,
                        List.of());
        String what = kind.equals("templates") ? "resource templates" : kind;
        return Reply.done(empty, counted(0, what)).with(List.of(warning));
    }

    private static <T> List<List<String>> rows(Listing<T> listing, Function<T, JsonNode> json) {
        List<List<String>> rows = new ArrayList<>();
        for (T item : listing.items()) {
            JsonNode node = json.apply(item);
            String name = node.path("name").asString("");
            String uri = node.path("uri").asString(node.path("uriTemplate").asString(name));
            String title = node.path("title").asString(name);
            rows.add(List.of(uri, node.path("description").asString(title)));
        }
        return rows;
    }

    private static <T> Reply reply(
            Listing<T> listing, String what, Function<T, JsonNode> json, int width) {
        List<List<String>> rows = rows(listing, json);
        String text = counted(rows.size(), what) + "\n" + Table.of(rows, width);
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

    /// Such as `1 prompt` and `2 prompts`.
    static String counted(int count, String plural) {
        return count + " " + (count == 1 ? plural.replaceFirst("s$", "") : plural);
    }

    /// All pages as one result, unknown fields included.
    static JsonNode whole(List<JsonNode> pages) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
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
