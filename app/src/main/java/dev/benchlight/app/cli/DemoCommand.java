package dev.benchlight.app.cli;

import dev.benchlight.app.demo.Demo;
import dev.benchlight.app.workspace.InputException;

import java.io.IOException;

/// `demo`: the embedded demo gateway, or the demo server over stdio.
final class DemoCommand {
    private DemoCommand() {}

    static int run(Invocation invocation, Console console)
            throws IOException, InterruptedException, InputException {
        if (invocation.has("--stdio")) {
            return Demo.stdio(console.in(), console.out());
        }
        String port = invocation.value("--port");
        if (port != null && !port.matches("\\d{1,5}")) {
            throw new InputException("usage", "--port must be a number from 0 to 65535.");
        }
        try {
            return Demo.http(
                    port == null ? 0 : Integer.parseInt(port), console.in(), console.out());
        } catch (IOException e) {
            throw new InputException(
                    "port-unavailable",
                    "The demo cannot listen on port " + port + ": " + e.getMessage() + ".",
                    "Leave --port out to take any free one.");
        }
    }
}
