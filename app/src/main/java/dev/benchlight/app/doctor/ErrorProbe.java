package dev.benchlight.app.doctor;

import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Asks for what no server has, which must be answered with an error ("Error Handling" of tools,
/// prompts and resources). Harmless: no tool that exists is called.
public final class ErrorProbe {
    private static final int NO_METHOD = -32601;
    private static final int WRONG_PARAMETERS = -32602;
    private static final int NO_RESOURCE = -32002;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final McpSession session;
    private final CallOptions options;
    private final Function<Call<JsonNode>, Outcome<JsonNode>> await;
    private final List<Probed> probed = new ArrayList<>();
    private boolean ended;

    /// @param options whose deadlines are shortened
    /// @param await waits for a call
    public ErrorProbe(
            McpSession session,
            CallOptions options,
            Function<Call<JsonNode>, Outcome<JsonNode>> await) {
        Duration idle = options.idle().compareTo(PATIENCE) < 0 ? options.idle() : PATIENCE;
        this.session = session;
        this.options = options.withDeadlines(idle, idle);
        this.await = await;
    }

    /// One for each kind the server has. The first that is not answered is the last.
    public List<Probed> run(ServerDescription server) {
        ObjectNode nothing = JsonNodeFactory.instance.objectNode();
        probe("an unknown method", "benchlight/no-such-method", nothing, Set.of(NO_METHOD));
        if (server.has("tools")) {
            ObjectNode tool = nothing.objectNode().put("name", "benchlight-no-such-tool");
            tool.putObject("arguments");
            probe("an unknown tool", "tools/call", tool, Set.of(WRONG_PARAMETERS));
        }
        if (server.has("prompts")) {
            ObjectNode prompt = nothing.objectNode().put("name", "benchlight-no-such-prompt");
            probe("an unknown prompt", "prompts/get", prompt, Set.of(WRONG_PARAMETERS));
        }
        if (server.has("resources")) {
            ObjectNode resource = nothing.objectNode().put("uri", "benchlight://no-such-resource");
            Set<Integer> codes = Set.of(WRONG_PARAMETERS, NO_RESOURCE);
            probe("an unknown resource", "resources/read", resource, codes);
        }
        return List.copyOf(probed);
    }

    private void probe(String what, String method, ObjectNode params, Set<Integer> codes) {
        if (ended) {
            return;
        }
        Call<JsonNode> call = session.request(method, params, options);
        Outcome<JsonNode> outcome = await.apply(call);
        Duration took = call.metrics().duration();
        String step = "probe: " + what;
        switch (outcome) {
            case Outcome.RpcError<JsonNode> error when codes.contains(error.code()) ->
                    probed.add(new Probed(step, "ok", "error " + error.code(), took, null));
            case Outcome.RpcError<JsonNode> error ->
                    add(
                            step,
                            "error " + error.code(),
                            took,
                            new Finding(
                                    "wrong-error-code",
                                    Severity.NOTE,
                                    Place.SERVER,
                                    "answers " + what + " with error " + error.code(),
                                    "It should be " + words(codes) + "."));
            case Outcome.ToolError<JsonNode> error ->
                    add(
                            step,
                            "isError",
                            took,
                            told(what + " with a result that says isError", codes));
            case Outcome.Ok<JsonNode> result ->
                    add(
                            step,
                            "a result",
                            took,
                            new Finding(
                                    "error-not-told",
                                    Severity.WARNING,
                                    Place.SERVER,
                                    "answers " + what + " as if there were one",
                                    "It should be error " + words(codes) + "."));
            case Outcome.NotOk<JsonNode> failed -> broken(step, what, took, failed);
        }
    }

    private static Finding told(String what, Set<Integer> codes) {
        return new Finding(
                "wrong-error-code",
                Severity.NOTE,
                Place.SERVER,
                "answers " + what,
                "It should be error " + words(codes) + ".");
    }

    private void broken(String step, String what, Duration took, Outcome.NotOk<JsonNode> failed) {
        ended = true;
        // What an access token is missing for says nothing about errors.
        if (failed instanceof Outcome.AuthRequired || failed instanceof Outcome.Cancelled) {
            probed.add(new Probed(step, "unclear", failed.problem().message(), took, null));
            return;
        }
        boolean late = failed instanceof Outcome.TimedOut;
        add(
                step,
                failed.problem().message(),
                took,
                new Finding(
                        late ? "error-not-answered" : "error-breaks-connection",
                        Severity.WARNING,
                        Place.SERVER,
                        (late ? "does not answer " : "breaks off at ") + what,
                        "A client waits for its whole time-out then."));
    }

    private void add(String step, String evidence, Duration took, Finding finding) {
        String verdict = finding.severity() == Severity.NOTE ? "unusual" : "failed";
        probed.add(new Probed(step, verdict, evidence, took, finding));
    }

    private static String words(Set<Integer> codes) {
        return String.join(
                " or ", codes.stream().sorted().map(code -> Integer.toString(code)).toList());
    }
}
