package dev.benchlight.mcp.faults;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// An MCP server over stdio that misbehaves in the way its argument names. A fault of an answer
/// shows when any tool is called; a call of a tool named like one of [#ANSWER_MODES] shows that
/// fault in any mode. It needs nothing but the JDK.
public final class FaultyStdioServer {
    /// No fault at all.
    public static final String FINE = "fine";

    /// What goes wrong with the answer to a call, the server being well otherwise.
    public static final List<String> ANSWER_MODES = FaultyAnswers.MODES;

    /// What goes wrong with the process, its streams, the handshake or lists.
    public static final List<String> PROCESS_MODES =
            List.of(
                    "garbage-stdout",
                    "bom",
                    "utf16",
                    "endless-line",
                    "never-handshake",
                    "slow-handshake",
                    "exit-before-handshake",
                    "exit-zero",
                    "exit-mid-call",
                    "exit-mid-message",
                    "crash-signal",
                    "close-stdout",
                    "ignore-stdin-close",
                    "ignore-sigterm",
                    "fork-children",
                    "fork-orphan",
                    "fork-detached",
                    "never-reads",
                    "answers-unread",
                    "cursor-loop",
                    "cursor-infinite",
                    "bad-list",
                    "tools-null",
                    "bad-schema",
                    "tools-10k",
                    "poison",
                    "rug-pull",
                    "version-unknown",
                    "version-missing",
                    "version-old");

    /// The variable with the port to which `slow-handshake` turns for leave to answer.
    public static final String GATE = "FAULTY_GATE";

    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static final Pattern METHOD = Pattern.compile("\"method\":\"([^\"]+)\"");
    private static final Pattern TOOL = Pattern.compile("\"params\":\\{\"name\":\"([^\"]+)\"");
    private static final Pattern CURSOR = Pattern.compile("\"cursor\":\"([^\"]+)\"");

    private final String mode;
    private final ServerOutput out;
    private final FaultyProcess process;
    private final FaultyAnswers answers;
    private int listings;

    private FaultyStdioServer(String mode) {
        this.mode = mode;
        out = new ServerOutput();
        process = new FaultyProcess(mode, out);
        answers = new FaultyAnswers(out);
    }

    /// All modes.
    public static List<String> modes() {
        return Stream.of(List.of(FINE), ANSWER_MODES, PROCESS_MODES).flatMap(List::stream).toList();
    }

    /// The command line that starts a server in a mode, program first.
    public static List<String> command(String mode) {
        try {
            Path classes =
                    Path.of(
                            FaultyStdioServer.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            return List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xshare:auto",
                    "-cp",
                    classes.toString(),
                    FaultyStdioServer.class.getName(),
                    mode);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void main(String[] arguments) throws Exception {
        new FaultyStdioServer(arguments[0]).run();
    }

    private void run() throws IOException, InterruptedException {
        process.start();
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8))) {
            String line = in.readLine();
            while (line != null) {
                handle(line);
                line = in.readLine();
            }
        }
        process.inputEnded();
    }

    private void handle(String line) throws IOException {
        String method = first(METHOD, line);
        String id = first(ID, line);
        switch (method) {
            case "initialize" -> initialize(id);
            case "ping" -> {
                out.result(id, "{}");
                answers.step();
            }
            case "logging/setLevel" -> out.result(id, "{}");
            case "tools/list" ->
                    out.result(id, FaultyLists.tools(mode, first(CURSOR, line), listings++));
            case "tools/call" -> call(line, id);
            default -> answers.heard(line);
        }
    }

    private void initialize(String id) throws IOException {
        if (process.beforeHandshake()) {
            String version =
                    switch (mode) {
                        case "version-unknown" -> "\"2099-01-01\"";
                        case "version-missing" -> "null";
                        case "version-old" -> "\"2024-11-05\"";
                        default -> "\"2025-11-25\"";
                    };
            out.result(
                    id,
                    "{\"protocolVersion\":"
                            + version
                            + ",\"capabilities\":{\"tools\":{}},"
                            + "\"serverInfo\":{\"name\":\"faulty\",\"version\":\"1\"}}");
        }
    }

    private void call(String line, String id) throws IOException {
        String tool = first(TOOL, line);
        if (ANSWER_MODES.contains(tool)) {
            answers.answer(tool, id);
        } else if (ANSWER_MODES.contains(mode)) {
            answers.answer(mode, id);
        } else if (process.beforeAnswer(id)) {
            out.text(id, "echo");
        }
    }

    private static String first(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        return matcher.find() ? matcher.group(1) : "";
    }
}
