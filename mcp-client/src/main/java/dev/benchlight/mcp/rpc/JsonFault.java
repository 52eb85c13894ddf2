package dev.benchlight.mcp.rpc;

import dev.benchlight.mcp.json.JsonDocument;

import java.nio.charset.StandardCharsets;

/// Says in the terms of JSON what keeps bytes from being JSON, and where.
final class JsonFault {
    private JsonFault() {}

    /// Such as `NaN is not a JSON number at byte 41`; offsets count from 0.
    static String of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return JsonDocument.fault(text)
                .map(fault ->
                        fault.getMessage()
                                + " at byte "
                                + text.substring(0, fault.offset())
                                        .getBytes(StandardCharsets.UTF_8)
                                        .length)
                .orElse("it is not valid UTF-8");
    }
}
