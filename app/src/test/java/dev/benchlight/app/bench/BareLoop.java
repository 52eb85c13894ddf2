package dev.benchlight.app.bench;

import java.io.IOException;

/// One `tools/call` of `echo` after another with nothing in between: the reference for the engine.
interface BareLoop extends AutoCloseable {
    String INITIALIZE =
            """
            {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25",\
            "capabilities":{},"clientInfo":{"name":"bare","version":"0"}}}\
            """;
    String INITIALIZED =
            """
            {"jsonrpc":"2.0","method":"notifications/initialized"}\
            """;

    static String echo(int id) {
        return """
        {"jsonrpc":"2.0","id":%d,"method":"tools/call","params":{"name":"echo",\
        "arguments":{"message":"hello"},"_meta":{"progressToken":%d}}}\
        """
                .formatted(id, id);
    }

    /// Sends one call and reads its answer.
    void call(int id) throws IOException;

    @Override
    void close();
}
