package dev.benchlight.app.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// An MCP server over stdio that lists 1,000 tools in 1.85 MB. It needs nothing but the JDK.
public final class LargeServer {
    private static final int TOOLS = 1_000;
    private static final int SIZE = 1_850;
    private static final List<String> WORDS =
            List.of("weather", "invoice", "customer", "database", "report", "calendar", "ticket");
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static final Pattern METHOD = Pattern.compile("\"method\":\"([^\"]+)\"");

    private LargeServer() {}

    /// The command line that starts it, program first.
    static List<String> command() {
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LargeServer.class.getName());
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        String list = list();
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Matcher id = ID.matcher(line);
            Matcher method = METHOD.matcher(line);
            if (!id.find() || !method.find()) {
                continue;
            }
            String result =
                    switch (method.group(1)) {
                        case "initialize" ->
                                """
                                {"protocolVersion":"2025-11-25","capabilities":{"tools":{}},\
                                "serverInfo":{"name":"large","version":"1"}}\
                                """;
                        case "tools/list" -> list;
                        default -> "{}";
                    };
            out.print("{\"jsonrpc\":\"2.0\",\"id\":" + id.group(1) + ",\"result\":" + result);
            out.print("}\n");
            out.flush();
        }
    }

    private static String list() {
        return IntStream.range(0, TOOLS)
                .mapToObj(LargeServer::tool)
                .collect(Collectors.joining(",", "{\"tools\":[", "]}"));
    }

    private static String tool(int number) {
        String word = WORDS.get(number % WORDS.size());
        String start =
                """
                {"name":"%s_%03d","title":"Work on the %s no. %d","inputSchema":{"type":"object",\
                "properties":{"id":{"type":"integer"},"note":{"type":"string"}}},"description":\"\
                """
                        .formatted(word, number, word, number);
        String sentence = "Reads or changes the %s, and tells what became of it. ".formatted(word);
        int room = SIZE - start.length() - 2;
        return start + sentence.repeat(room / sentence.length() + 1).substring(0, room) + "\"}";
    }
}
