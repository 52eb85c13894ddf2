package dev.benchlight.mcp.rpc;

/// Where a problem arose, from our own input down to the other side's tool.
public enum Layer {
    INPUT,
    TRUST,
    PROCESS,
    NETWORK,
    TLS,
    HTTP,
    TRANSPORT,
    PROTOCOL,
    RPC,
    TOOL,
    LIMIT
}
