package dev.benchlight.mcp.wire;

import java.nio.charset.StandardCharsets;

/// Records a server's standard error, keeps its last lines and tells each. Used by one thread.
///
/// @param recorder records bytes that were received
record StderrLines(Recorder recorder, StderrRing kept, WireListener listener)
        implements LineReader.Sink {

    /// Records bytes that were received.
    interface Recorder {
        void record(byte[] bytes, long length, long offset);
    }

    @Override
    public void line(byte[] bytes, long offset) {
        tell(bytes, bytes.length, offset);
    }

    @Override
    public void tooLong(byte[] head, byte[] tail, long length, long offset) {
        tell(head, length, offset);
    }

    private void tell(byte[] bytes, long length, long offset) {
        recorder.record(bytes, length, offset);
        String line = new String(bytes, StandardCharsets.UTF_8);
        kept.add(line);
        listener.stderr(line);
    }
}
