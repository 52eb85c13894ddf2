package dev.benchlight.app.demo;

import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.DefaultServerTransportSecurityValidator;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;

import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/// The demo server over Streamable HTTP, on the loopback address only, refusing foreign `Host` and
/// `Origin` headers.
public final class DemoHttp implements AutoCloseable {
    private final Server jetty;
    private final McpSyncServer server;
    private final int port;

    private DemoHttp(Server jetty, McpSyncServer server, int port) {
        this.jetty = jetty;
        this.server = server;
        this.port = port;
    }

    /// Starts to serve; answers when this returns.
    ///
    /// @param port 0 for any free one
    /// @throws IOException if the port cannot be had
    public static DemoHttp start(int port) throws IOException {
        Server jetty = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        var transport =
                HttpServletStreamableServerTransportProvider.builder()
                        .mcpEndpoint("/mcp")
                        .httpHeaderValidator(
                                DefaultServerTransportSecurityValidator.builder()
                                        .allowedHosts(List.of("127.0.0.1:*", "localhost:*"))
                                        .allowedOrigins(
                                                List.of("http://127.0.0.1:*", "http://localhost:*"))
                                        .build())
                        .build();
        McpSyncServer server = DemoServer.overHttp(transport);
        ServletContextHandler context = new ServletContextHandler();
        ServletHolder holder = new ServletHolder(transport);
        holder.setAsyncSupported(true);
        context.addServlet(holder, "/mcp");
        jetty.setHandler(context);
        try {
            jetty.start();
        } catch (Exception e) {
            server.close();
            throw new IOException(
                    "cannot listen on 127.0.0.1:%d: %s".formatted(port, e.getMessage()), e);
        }
        int bound = ((ServerConnector) jetty.getConnectors()[0]).getLocalPort();
        return new DemoHttp(jetty, server, bound);
    }

    /// Where it listens, such as `http://127.0.0.1:8123`.
    public String base() {
        return "http://127.0.0.1:" + port;
    }

    /// The MCP endpoint.
    public String mcpUrl() {
        return base() + "/mcp";
    }

    @Override
    public void close() throws IOException {
        server.close();
        try {
            jetty.stop();
        } catch (Exception e) {
            throw new IOException("could not stop the demo server", e);
        }
    }
}
