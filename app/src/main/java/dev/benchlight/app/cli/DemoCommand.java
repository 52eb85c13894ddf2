package dev.benchlight.app.cli;

import dev.benchlight.app.demo.Demo;
import dev.benchlight.app.workspace.FileProblem;
import dev.benchlight.app.workspace.InputException;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.JsonNodeFactory;

import java.io.IOException;

/// `demo`: the embedded demo gateway, or the demo server over stdio.
final class DemoCommand {
    private DemoCommand() {}

    static int run(Invocation invocation, Console console, Printer printer)
            throws InterruptedException, InputException {
        if (invocation.has("--stdio")) {
            if (invocation.has("--json")) {
                throw new InputException(
                        "usage",
                        "--json does not go with demo --stdio: standard output carries the protocol.");
            }
            Demo.stdio(console.in(), console.out());
            return Exit.DONE;
        }
        int port = port(invocation.value("--port"));
        try {
            Demo.http(
                    port,
                    console.in(),
                    url ->
                            printer.print(
                                    Reply.done(
                                            JsonNodeFactory.instance.objectNode().put("url", url),
                                            "READY " + url)));
            return Exit.DONE;
        } catch (IOException e) {
            throw new InputException(
                    "port-unavailable",
                    "The demo " + FileProblem.reason(e) + ".",
                    "Leave --port out to take any free one.");
        }
    }

    private static int port(@Nullable String text) throws InputException {
        if (text == null) {
            return 0;
        }
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new InputException("usage", "--port must be a number from 0 to 65535.");
        }
        return Integer.parseInt(text);
    }
}
