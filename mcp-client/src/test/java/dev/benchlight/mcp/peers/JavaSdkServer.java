package dev.benchlight.mcp.peers;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.ElicitRequest;

import jakarta.servlet.http.HttpServlet;

import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// A server on the MCP Java SDK: in this process over HTTP, or as a process over stdio. It offers
/// what [JavaSdkOffers] says.
public final class JavaSdkServer implements AutoCloseable {
    /// Jackson 3.2 writes no type whose discriminator is a member too, which the SDK's questions
    /// have; declared as what it is, it is written once.
    private static final McpJsonMapper JSON =
            new JacksonMcpJsonMapper(
                    JsonMapper.builder().addMixIn(ElicitRequest.class, Mode.class).build());

    private final McpSyncServer server;
    private final Server jetty;
    private final String path;

    @JsonTypeInfo(
            use = JsonTypeInfo.Id.NAME,
            include = JsonTypeInfo.As.EXISTING_PROPERTY,
            property = "mode")
    private interface Mode {}

    private JavaSdkServer(McpSyncServer server, Server jetty, String path) {
        this.server = server;
        this.jetty = jetty;
        this.path = path;
    }

    /// The command line of the one over stdio, program first.
    public static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                JavaSdkServer.class.getName());
    }

    /// Serves on standard input and output, until it is made to end.
    public static void main(String[] arguments) throws InterruptedException {
        var transport = new StdioServerTransportProvider(JSON, System.in, System.out);
        new JavaSdkOffers().build(McpServer.sync(transport).jsonMapper(JSON));
        new CountDownLatch(1).await();
    }

    /// Over Streamable HTTP; answers when this returns.
    public static JavaSdkServer overHttp() throws IOException {
        var transport =
                HttpServletStreamableServerTransportProvider.builder()
                        .jsonMapper(JSON)
                        .mcpEndpoint("/mcp")
                        .build();
        McpSyncServer server =
                new JavaSdkOffers().build(McpServer.sync(transport).jsonMapper(JSON));
        return start(transport, server, "/mcp", "/mcp");
    }

    /// Over HTTP+SSE, as old as it is; answers when this returns.
    @SuppressWarnings("deprecation")
    public static JavaSdkServer overSse() throws IOException {
        var transport =
                HttpServletSseServerTransportProvider.builder()
                        .jsonMapper(JSON)
                        .sseEndpoint("/sse")
                        .messageEndpoint("/message")
                        .build();
        McpSyncServer server =
                new JavaSdkOffers().build(McpServer.sync(transport).jsonMapper(JSON));
        return start(transport, server, "/*", "/sse");
    }

    private static JavaSdkServer start(
            HttpServlet servlet, McpSyncServer server, String served, String path)
            throws IOException {
        Server jetty = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        ServletContextHandler context = new ServletContextHandler();
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        context.addServlet(holder, served);
        jetty.setHandler(context);
        try {
            jetty.start();
        } catch (Exception e) {
            throw new IOException("could not start the server", e);
        }
        return new JavaSdkServer(server, jetty, path);
    }

    /// Where to connect.
    public URI url() {
        int port = ((ServerConnector) jetty.getConnectors()[0]).getLocalPort();
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void close() throws IOException {
        server.close();
        try {
            jetty.stop();
        } catch (Exception e) {
            throw new IOException("could not stop the server", e);
        }
    }
}
