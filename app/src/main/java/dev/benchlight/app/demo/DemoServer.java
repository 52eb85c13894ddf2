package dev.benchlight.app.demo;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServer.SyncSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicReference;

/// The demo MCP server, built with the MCP Java SDK: a bit of everything a server can offer.
final class DemoServer {
    private DemoServer() {}

    static McpSyncServer overStdio(InputStream in, OutputStream out) {
        var transport = new StdioServerTransportProvider(McpJsonDefaults.getMapper(), in, out);
        return described(McpServer.sync(transport));
    }

    static McpSyncServer overHttp(McpStreamableServerTransportProvider transport) {
        return described(McpServer.sync(transport));
    }

    private static McpSyncServer described(SyncSpecification<?> server) {
        AtomicReference<McpSyncServer> built = new AtomicReference<>();
        DemoResources resources =
                new DemoResources(update -> {
                    McpSyncServer running = built.get();
                    if (running != null) {
                        running.notifyResourcesUpdated(update);
                    }
                });
        McpSyncServer running =
                server.serverInfo("benchlight-demo", "0.1.0")
                        .instructions(
                                "A demonstration: call `forecast` first, then look at the raw"
                                        + " frames. Nothing here leaves your machine.")
                        .capabilities(
                                ServerCapabilities.builder()
                                        .tools(true)
                                        .prompts(true)
                                        .resources(true, true)
                                        .logging()
                                        .build())
                        .tools(DemoTools.all())
                        .prompts(DemoPrompts.all())
                        .resources(resources.fixed())
                        .resourceTemplates(resources.templates())
                        .build();
        built.set(running);
        return running;
    }
}
