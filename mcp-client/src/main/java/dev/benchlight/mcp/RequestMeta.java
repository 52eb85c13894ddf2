package dev.benchlight.mcp;

import java.util.Set;

/// The members of `_meta` that the engine writes into requests by itself.
public final class RequestMeta {
    static final String PREFIX = "io.modelcontextprotocol/";
    static final String PROTOCOL_VERSION = PREFIX + "protocolVersion";
    static final String CLIENT_INFO = PREFIX + "clientInfo";
    static final String CLIENT_CAPABILITIES = PREFIX + "clientCapabilities";
    static final String LOG_LEVEL = PREFIX + "logLevel";
    static final String TRACE_PARENT = "traceparent";

    /// All of them; a request that is recorded and sent again gets them anew.
    public static final Set<String> KEYS =
            Set.of(
                    "progressToken",
                    PROTOCOL_VERSION,
                    CLIENT_INFO,
                    CLIENT_CAPABILITIES,
                    LOG_LEVEL,
                    TRACE_PARENT);

    private RequestMeta() {}
}
