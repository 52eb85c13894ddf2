package dev.benchlight.mcp.conformance;

import static dev.benchlight.mcp.conformance.Calls.ok;

import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.Prompt;
import dev.benchlight.mcp.Resource;
import dev.benchlight.mcp.ResourceContents;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.Tool;
import dev.benchlight.mcp.ToolResult;
import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.skills.Skill;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The scenarios by their names. Most only want everything used that the server has.
final class Scenarios {
    private static final CallOptions OPTIONS = CallOptions.DEFAULT;

    private Scenarios() {}

    /// @param context what the suite gives to the scenario, an object
    static Consumer<Visit> named(String name, JsonNode context) {
        return switch (name) {
            case "http-custom-headers" -> visit -> callsGiven(visit.session(), context);
            case "json-schema-2020-12-preservation" -> visit -> echoesSchema(visit.session());
            case "json-schema-ref-no-deref" -> visit -> ok(visit.session().listTools(OPTIONS));
            case "sep-2322-client-request-state" -> visit -> callsAtOnce(visit.session());
            case "sep-2640-client-no-prefetch" -> visit -> skills(visit.session());
            case "sep-2640-client-verify-digest",
                    "sep-2640-client-verify-size",
                    "sep-2640-client-verify-frontmatter" ->
                    visit -> loadsSkills(visit.session());
            case "sse-retry" -> Scenarios::usesEverythingWhileListening;
            default -> Scenarios::usesEverything;
        };
    }

    /// The server answers on any stream; on the one that listens, should that be opened only once
    /// the other is closed.
    private static void usesEverythingWhileListening(Visit visit) {
        visit.listening().await();
        usesEverything(visit);
    }

    private static void usesEverything(Visit visit) {
        McpSession session = visit.session();
        ServerDescription server = visit.server();
        if (server.has("tools")) {
            for (Tool tool : ok(session.listTools(OPTIONS)).items()) {
                ok(call(session, tool));
            }
        }
        if (server.has("prompts")) {
            for (Prompt prompt : ok(session.listPrompts(OPTIONS)).items()) {
                ok(session.getPrompt(prompt.name(), Map.of(), OPTIONS));
            }
        }
        if (server.has("resources")) {
            for (Resource resource : ok(session.listResources(OPTIONS)).items()) {
                ok(session.readResource(resource.uri(), OPTIONS));
            }
        }
    }

    private static Call<ToolResult> call(McpSession session, Tool tool) {
        return session.callTool(tool.name(), DefaultAnswers.preset(tool.inputSchema()), OPTIONS);
    }

    private static void callsAtOnce(McpSession session) {
        List<Call<ToolResult>> calls =
                ok(session.listTools(OPTIONS)).items().stream()
                        .map(tool -> call(session, tool))
                        .toList();
        calls.forEach(Calls::ok);
    }

    private static void callsGiven(McpSession session, JsonNode context) {
        ok(session.listTools(OPTIONS));
        for (JsonNode call : context.path("toolCalls")) {
            ok(session.callTool(call.path("name").asString(), call.path("arguments"), OPTIONS));
        }
    }

    private static void echoesSchema(McpSession session) {
        Tool focal = ok(session.listTools(OPTIONS)).items().getFirst();
        ObjectNode arguments = JsonNodeFactory.instance.objectNode();
        arguments.set("schema", focal.inputSchema());
        ok(session.callTool("json_schema_echo", arguments, OPTIONS));
    }

    private static List<Skill> skills(McpSession session) {
        JsonNode none = JsonNodeFactory.instance.objectNode();
        return ok(session.request("skills/list", none, OPTIONS))
                .path("skills")
                .valueStream()
                .map(Skill::new)
                .toList();
    }

    private static void loadsSkills(McpSession session) {
        for (Skill skill : skills(session)) {
            loads(session, skill, skill.uri());
            skill.files().forEach(file -> loads(session, skill, file));
        }
    }

    private static void loads(McpSession session, Skill skill, String file) {
        for (ResourceContents contents : ok(session.readResource(file, OPTIONS)).contents()) {
            skill.problem(contents)
                    .ifPresent(problem -> {
                        throw new IllegalStateException(problem);
                    });
        }
    }
}
