package dev.benchlight.mcp.faults;

import java.io.IOException;

/// One way to misbehave.
@FunctionalInterface
interface HttpFault {
    /// Answers, or leaves the request to the well-behaved part.
    ///
    /// @return whether it was answered
    boolean answer(HttpAnswer answer) throws IOException;

    /// Something to do with a request.
    @FunctionalInterface
    interface Script {
        void run(HttpAnswer answer) throws IOException;
    }

    /// A fault in every answer to a tool call.
    static HttpFault onCall(Script script) {
        return on("tools/call", script);
    }

    /// A fault in every answer to a JSON-RPC method.
    static HttpFault on(String rpcMethod, Script script) {
        return answer -> {
            if (!answer.request.rpcMethod().equals(rpcMethod)) {
                return false;
            }
            script.run(answer);
            return true;
        };
    }

    /// A fault in every answer to an HTTP method.
    static HttpFault onHttp(String method, Script script) {
        return answer -> {
            if (!answer.request.method().equals(method)) {
                return false;
            }
            script.run(answer);
            return true;
        };
    }

    /// This one, and another for what it leaves.
    default HttpFault or(HttpFault other) {
        return answer -> answer(answer) || other.answer(answer);
    }
}
