package dev.benchlight.mcp.conformance;

import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.Revision;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.SessionListener;
import dev.benchlight.mcp.SessionOptions;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.trace.TraceRecorder;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// Connects to the URL that is its last argument and does what the scenario of the suite wants.
/// What fails ends it with a stack trace, and the exit code with that.
///
/// The suite names the scenario in `MCP_CONFORMANCE_SCENARIO`, what it gives to it in
/// `MCP_CONFORMANCE_CONTEXT`, and the revision to speak in `MCP_CONFORMANCE_PROTOCOL_VERSION`;
/// where it names none, as before 0.2, the era is found out.
final class ConformanceClient {
    private ConformanceClient() {}

    public static void main(String[] arguments) {
        URI url = URI.create(arguments[arguments.length - 1]);
        Map<String, String> environment = System.getenv();
        String context = environment.getOrDefault("MCP_CONFORMANCE_CONTEXT", "{}");
        JsonNode given = JsonMapper.shared().readTree(context);
        Scenario scenario =
                Scenarios.named(environment.getOrDefault("MCP_CONFORMANCE_SCENARIO", ""), given);
        ServerConfig.Http config = new ServerConfig.Http("conformance", url, Map.of());
        SessionOptions options =
                Optional.ofNullable(environment.get("MCP_CONFORMANCE_PROTOCOL_VERSION"))
                        .flatMap(Revision::of)
                        .map(SessionOptions.DEFAULT::speaking)
                        .orElse(SessionOptions.DEFAULT);
        try (McpSession session = session(config, options.with(Login.of(config, given)))) {
            ServerDescription server = Calls.ok(session.connect());
            scenario.run(session, server);
        }
    }

    private static McpSession session(ServerConfig.Http config, SessionOptions options) {
        return new McpSession(
                config,
                options,
                new DefaultAnswers(),
                TraceRecorder.NONE,
                new SessionListener() {});
    }
}
