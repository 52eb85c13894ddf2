package dev.benchlight.mcp;

import org.junit.jupiter.api.Nested;

import java.io.IOException;

/// The engine against servers on the MCP Java SDK, over each of the transports it has.
class JavaSdkPeerTest {
    @Nested
    class OverStdio extends JavaSdkUse {
        OverStdio() throws IOException {
            super(Over.STDIO);
        }
    }

    @Nested
    class OverHttp extends JavaSdkUse {
        OverHttp() throws IOException {
            super(Over.HTTP);
        }
    }

    @Nested
    class OverSse extends JavaSdkUse {
        OverSse() throws IOException {
            super(Over.SSE);
        }
    }
}
