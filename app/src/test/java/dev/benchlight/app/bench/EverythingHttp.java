package dev.benchlight.app.bench;

import dev.benchlight.mcp.peers.NpmServers;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// server-everything over Streamable HTTP, on a free loopback port.
public final class EverythingHttp implements AutoCloseable {
    private final Process process;
    private final int port;

    public EverythingHttp() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        ProcessBuilder builder = new ProcessBuilder(NpmServers.everything("streamableHttp"));
        builder.environment().put("PORT", String.valueOf(port));
        process =
                builder.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        while (!answers()) {
            if (!process.isAlive()) {
                throw new IOException("server-everything ended with " + process.exitValue());
            }
            Thread.onSpinWait();
        }
    }

    public String url() {
        return "http://127.0.0.1:" + port + "/mcp";
    }

    private boolean answers() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (ConnectException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
