package dev.benchlight.mcp.wire.http;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// One block of an event stream: an event, or lone comments.
///
/// @param raw the block as it came, without its empty line; not to be modified
/// @param offset of the first byte of `raw` since the stream began
/// @param type the `event:` field, or `message`
/// @param data the `data:` lines, joined; not to be modified
/// @param id the block's own `id:`, or null
/// @param retry the block's own `retry:`, or null
record SseEvent(
        @SuppressWarnings("ArrayRecordComponent") byte[] raw,
        long offset,
        String type,
        @SuppressWarnings("ArrayRecordComponent") byte[] data,
        @Nullable String id,
        @Nullable Duration retry) {

    /// Whether there is something to deliver. A block of comments, or of `id:` alone, has nothing,
    /// and neither has the empty `data:` that MCP servers send to hand out a first id.
    boolean hasData() {
        return data.length > 0;
    }
}
