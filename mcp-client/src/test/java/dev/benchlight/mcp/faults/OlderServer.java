package dev.benchlight.mcp.faults;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;

/// A server of HTTP+SSE alone, as before 2025-03-26: it takes no POST where its stream is, and
/// answers on that. Thread-safe.
final class OlderServer implements HttpFault {
    private final int refusal;
    private final List<String> endpoints;
    private @Nullable HttpAnswer stream;

    /// @param refusal the status for a POST to the stream's URL
    /// @param endpoints what the endpoint events name, in order
    OlderServer(int refusal, List<String> endpoints) {
        this.refusal = refusal;
        this.endpoints = List.copyOf(endpoints);
    }

    @Override
    public boolean answer(HttpAnswer answer) throws IOException {
        if (answer.request.method().equals("GET")) {
            listen(answer);
        } else if (answer.request.path().equals("/mcp")) {
            answer.respond(refusal + " Refused", "", "");
        } else {
            take(answer);
        }
        return true;
    }

    private void listen(HttpAnswer answer) throws IOException {
        answer.events();
        for (String endpoint : endpoints) {
            answer.raw("event: endpoint\ndata: " + endpoint + "\n\n");
        }
        synchronized (this) {
            stream = answer;
        }
        answer.hang();
    }

    private synchronized void take(HttpAnswer answer) throws IOException {
        HttpAnswer open = stream;
        if (open == null) {
            answer.respond("404 Not Found", "", "");
            return;
        }
        answer.respond("202 Accepted", "Content-Type: text/plain\r\n", "Accepted");
        switch (answer.request.rpcMethod()) {
            case "initialize" -> open.event(HttpFaults.hello(answer));
            case "tools/list" -> open.event(HttpFaults.tools(answer.id()));
            case "tools/call" -> {
                String message = answer.request.json().at("/params/arguments/message").asString("");
                if (message.equals("end")) {
                    open.reset();
                } else {
                    open.event(answer.result());
                }
            }
            default -> {}
        }
    }
}
