package dev.benchlight.mcp.conformance;

import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.Revision;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.SessionListener;
import dev.benchlight.mcp.SessionOptions;
import dev.benchlight.mcp.wire.ServerConfig;

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
        String name = environment.getOrDefault("MCP_CONFORMANCE_SCENARIO", "");
        JsonNode context =
                JsonMapper.shared()
                        .readTree(environment.getOrDefault("MCP_CONFORMANCE_CONTEXT", "{}"));
        ServerConfig.Http config = new ServerConfig.Http("conformance", url, Map.of());
        SessionOptions options =
                Optional.ofNullable(environment.get("MCP_CONFORMANCE_PROTOCOL_VERSION"))
                        .flatMap(Revision::of)
                        .map(SessionOptions.DEFAULT::speaking)
                        .orElse(SessionOptions.DEFAULT)
                        .with(Login.of(config, context));
        ListeningWatch listening = new ListeningWatch();
        try (McpSession session =
                new McpSession(
                        config,
                        options,
                        new DefaultAnswers(),
                        listening,
                        new SessionListener() {})) {
            ServerDescription server = Calls.ok(session.connect());
            Scenarios.named(name, context).accept(new Visit(session, server, listening));
        }
    }
}
