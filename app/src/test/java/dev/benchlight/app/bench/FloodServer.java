package dev.benchlight.app.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An MCP server whose only tool sends 10,000 log messages a second for ten seconds, and then
/// answers.
public final class FloodServer {
    /// How many messages a call sends.
    public static final int MESSAGES = 100_000;

    private static final int AT_ONCE = 100;
    private static final long BETWEEN_NANOS = 10_000_000;
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static final Pattern METHOD = Pattern.compile("\"method\":\"([^\"]+)\"");

    private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);

    private FloodServer() {}

    /// The command line that starts it, program first.
    public static List<String> command() {
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                FloodServer.class.getName());
    }

    public static void main(String[] arguments) throws IOException {
        new FloodServer().serve();
    }

    private void serve() throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Matcher id = ID.matcher(line);
            Matcher method = METHOD.matcher(line);
            if (id.find() && method.find()) {
                answer(id.group(1), method.group(1));
            }
        }
    }

    private void answer(String id, String method) {
        String result =
                switch (method) {
                    case "initialize" ->
                            """
                            {"protocolVersion":"2025-11-25","capabilities":{"tools":{},"logging":{}},\
                            "serverInfo":{"name":"flood","version":"1"}}\
                            """;
                    case "tools/list" ->
                            "{\"tools\":[{\"name\":\"flood\",\"inputSchema\":{\"type\":\"object\"}}]}";
                    case "tools/call" -> {
                        flood();
                        yield "{\"content\":[{\"type\":\"text\",\"text\":\"done\"}]}";
                    }
                    default -> "";
                };
        out.print("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",");
        out.print(
                result.isEmpty()
                        ? "\"error\":{\"code\":-32601,\"message\":\"no " + method + "\"}"
                        : "\"result\":" + result);
        out.print("}\n");
        out.flush();
    }

    private void flood() {
        long start = System.nanoTime();
        for (int sent = 0; sent < MESSAGES; sent++) {
            if (sent % AT_ONCE == 0) {
                out.flush();
                long due = start + sent / AT_ONCE * BETWEEN_NANOS;
                LockSupport.parkNanos(due - System.nanoTime());
            }
            out.print(
                    "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\",\"params\":"
                            + "{\"level\":\"info\",\"logger\":\"flood\",\"data\":"
                            + sent
                            + "}}\n");
        }
    }
}
