package dev.benchlight.mcp.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/// Faults of a scripted server's process and streams.
final class FaultyProcess {
    private final String mode;
    private final ServerOutput out;

    FaultyProcess(String mode, ServerOutput out) {
        this.mode = mode;
        this.out = out;
    }

    void start() throws IOException, InterruptedException {
        switch (mode) {
            case "garbage-stdout" -> out.raw("Server starting…\n\n[info] listening\nready\n");
            case "bom" -> out.bytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
            case "exit-before-handshake" -> {
                out.error("first line\nno configuration found\n");
                exit(3);
            }
            case "exit-zero" -> exit(0);
            case "ignore-sigterm" ->
                    Runtime.getRuntime().addShutdownHook(new Thread(FaultyProcess::hang));
            case "fork-children" -> {
                new ProcessBuilder("sleep", "600").inheritIO().start();
                new ProcessBuilder("sh", "-c", "sleep 600 & wait").inheritIO().start();
            }
            case "fork-orphan" ->
                    new ProcessBuilder("sh", "-c", "sleep 600 >&2 & echo $! >&2")
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start()
                            .waitFor();
            case "fork-detached" ->
                    new ProcessBuilder(
                                    "sh",
                                    "-c",
                                    "setsid sh -c 'echo $$ >&2; exec sleep 600 2>/dev/null' &")
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start()
                            .waitFor();
            case "never-reads" -> {
                out.error("busy\n");
                hang();
            }
            case "answers-unread" -> answerUnread();
            default -> {}
        }
    }

    /// Answers whatever may be asked, again and again, and reads none of it.
    private void answerUnread() throws IOException, InterruptedException {
        String answer =
                "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{\"tools\":{}},"
                        + "\"serverInfo\":{\"name\":\"faulty\",\"version\":\"1\"},\"content\":[]}";
        for (int id = 0; ; id = (id + 1) % 100) {
            out.result(Integer.toString(id), answer);
            Thread.sleep(1);
        }
    }

    /// Whether to answer `initialize`.
    boolean beforeHandshake() throws IOException {
        switch (mode) {
            case "never-handshake" -> {
                out.error("waiting for the database\n");
                return false;
            }
            case "slow-handshake" -> awaitLeave();
            case "utf16" -> {
                out.bytes(
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}\n"
                                .getBytes(StandardCharsets.UTF_16LE));
                return false;
            }
            default -> {}
        }
        return true;
    }

    /// Says so on the port that the environment names, and waits to be told to go on.
    private static void awaitLeave() throws IOException {
        String port = System.getenv(FaultyStdioServer.GATE);
        if (port != null) {
            try (Socket gate =
                    new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port))) {
                gate.getInputStream().read();
            }
        }
    }

    /// Whether to answer a call.
    boolean beforeAnswer(String id) throws IOException {
        switch (mode) {
            case "endless-line" -> {
                byte[] much = "x".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
                while (true) {
                    out.bytes(much);
                }
            }
            case "exit-mid-call" -> {
                out.error("one\ntwo\nthree\nfour\nfive\nout of memory\n");
                exit(42);
            }
            case "exit-mid-message" -> {
                out.raw("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"resu");
                exit(1);
            }
            case "crash-signal" -> {
                new ProcessBuilder("kill", "-9", ProcessHandle.current().pid() + "").start();
                hang();
            }
            case "close-stdout" -> {
                out.close();
                hang();
            }
            default -> {}
        }
        return true;
    }

    void inputEnded() {
        if (mode.equals("ignore-stdin-close") || mode.equals("ignore-sigterm")) {
            hang();
        }
    }

    private static void exit(int code) {
        Runtime.getRuntime().halt(code);
    }

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
