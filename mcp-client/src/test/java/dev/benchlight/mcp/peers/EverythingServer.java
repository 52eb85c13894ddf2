package dev.benchlight.mcp.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// `@modelcontextprotocol/server-everything`, listening on a port of this machine.
public final class EverythingServer implements AutoCloseable {
    private final Process process;
    private final int port;

    private EverythingServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Returns when it listens.
    ///
    /// @param transport `streamableHttp` or `sse`
    public static EverythingServer start(String transport) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        ProcessBuilder builder = new ProcessBuilder(NpmServers.everything(transport));
        builder.environment().put("PORT", Integer.toString(port));
        Process process = builder.redirectErrorStream(true).start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        while (line != null && !line.contains("on port")) {
            line = output.readLine();
        }
        Thread.ofVirtual().start(() -> output.lines().forEach(ignored -> {}));
        return new EverythingServer(process, port);
    }

    public URI url(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
