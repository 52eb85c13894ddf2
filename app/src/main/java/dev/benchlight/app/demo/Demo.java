package dev.benchlight.app.demo;

import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.mcp.wire.ServerConfig;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/// The ways the demo server is run: over stdio, over HTTP, and as a child of the window.
public final class Demo {
    /// The name the demo server has in the window.
    public static final String NAME = "demo";

    /// The tool to show first: its result has Markdown and an image.
    public static final String FIRST_TOOL = "forecast";

    private Demo() {}

    /// The demo server as an entry: a child process of this program's own, over stdio.
    public static ServerEntry entry() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> arguments =
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.awt.headless=true",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "dev.benchlight.app.Launcher",
                        "demo",
                        "--stdio");
        return new ServerEntry(
                new ServerConfig.Stdio(NAME, java.toString(), arguments, Map.of(), null),
                null,
                ServerEntry.Origin.BUILT_IN);
    }

    /// Serves on standard input and output until the input ends.
    public static void stdio(InputStream in, PrintStream out) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        DemoServer.overStdio(new EndNoticing(in, ended), out);
        ended.await();
    }

    /// Serves `/mcp` on the loopback address until the input ends.
    ///
    /// @param port 0 for any free one
    /// @param ready hears `http://127.0.0.1:N` once it answers
    public static void http(int port, InputStream in, Consumer<String> ready) throws IOException {
        try (DemoHttp server = DemoHttp.start(port)) {
            ready.accept(server.base().toString());
            byte[] ignored = new byte[1024];
            while (in.read(ignored) >= 0) {
                // Input means nothing here; its end does.
            }
        }
    }

    /// Notices the end of an input that somebody else reads.
    private static final class EndNoticing extends FilterInputStream {
        private final CountDownLatch ended;

        EndNoticing(InputStream in, CountDownLatch ended) {
            super(in);
            this.ended = ended;
        }

        @Override
        public int read() throws IOException {
            return noticed(super.read());
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return noticed(super.read(buffer, offset, length));
        }

        private int noticed(int read) {
            if (read < 0) {
                ended.countDown();
            }
            return read;
        }
    }
}
