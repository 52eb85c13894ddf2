package dev.benchlight.app.cli;

import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;

import tools.jackson.databind.JsonNode;

/// The exit codes scripts depend on.
final class Exit {
    static final int DONE = 0;
    static final int BUG = 1;
    static final int USAGE = 2;
    static final int TRUST = 3;
    static final int UNREACHABLE = 4;
    static final int SERVER_ERROR = 5;
    static final int PROTOCOL = 6;
    static final int LIMIT = 7;
    static final int CHANGED = 8;
    static final int CANCELLED = 130;

    private Exit() {}

    static int of(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Ok<?> ok -> DONE;
            case Outcome.ToolError<?> error -> SERVER_ERROR;
            case Outcome.RpcError<?> error -> WantedPages.isWanted(error) ? TRUST : SERVER_ERROR;
            // What a server does not offer was asked for by the user, and was not sent.
            case Outcome.ProtocolViolation<?>(Problem problem)
                    when problem.code().equals("capability-missing") ->
                    USAGE;
            case Outcome.ProtocolViolation<?> violation -> PROTOCOL;
            case Outcome.TransportError<?>(Problem problem) -> ofTransport(problem);
            // Either way it is the user's leave that is missing.
            case Outcome.AuthRequired<?> required -> TRUST;
            case Outcome.Refused<?> refused -> TRUST;
            case Outcome.TimedOut<?> late -> UNREACHABLE;
            case Outcome.Cancelled<?> cancelled -> CANCELLED;
            case Outcome.LimitReached<?> limit -> LIMIT;
        };
    }

    /// Most faults of the transport mean that the server was not reached. An HTTP status is an
    /// answer; what it says decides.
    private static int ofTransport(Problem problem) {
        if (problem.code().equals("proxy-auth-required")) {
            return TRUST;
        }
        JsonNode details = problem.details();
        boolean answered = problem.code().startsWith("http-") || problem.code().equals("html-page");
        int status = details == null || !answered ? 0 : details.path("status").asInt(0);
        return switch (status) {
            // There is no MCP at this address, or what stands in front of it cannot reach it.
            case 0, 404, 405, 410, 502, 503, 504 -> UNREACHABLE;
            default -> status < 300 ? PROTOCOL : SERVER_ERROR;
        };
    }
}
