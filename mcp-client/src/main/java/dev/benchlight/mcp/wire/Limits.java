package dev.benchlight.mcp.wire;

/// What a peer may make us hold or wait for. A refusal names the limit, its value and the setting.
///
/// @param messageBytes one JSON-RPC message
/// @param bodyBytes one HTTP body after decompression
/// @param jsonDepth nesting of one message
/// @param numberDigits digits of one number
/// @param headerBytes the header block of one HTTP response
/// @param pages pages of one listing
/// @param items items of one listing
/// @param stderrBytes the tail of standard error kept in memory
public record Limits(
        int messageBytes,
        int bodyBytes,
        int jsonDepth,
        int numberDigits,
        int headerBytes,
        int pages,
        int items,
        int stderrBytes) {

    public static final Limits DEFAULT =
            new Limits(16 << 20, 64 << 20, 500, 1_000, 64 << 10, 200, 10_000, 1 << 20);
}
