package dev.benchlight.app.cli;

import org.jspecify.annotations.Nullable;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Standard output, as UTF-8 whatever the locale says, that knows why it could not be written.
public final class Output extends PrintStream {
    private final Sink sink;

    private Output(Sink sink) {
        super(sink, false, StandardCharsets.UTF_8);
        this.sink = sink;
    }

    /// Prints into a stream, which should not have a buffer of its own.
    public static Output to(OutputStream stream) {
        return new Output(new Sink(stream));
    }

    /// Why something printed did not get out, or null. That a reader such as `head` has had enough
    /// and went away is no reason.
    @Nullable String lost() {
        flush();
        String failure = sink.failure;
        return failure == null || failure.contains("pipe") ? null : failure;
    }

    private static final class Sink extends FilterOutputStream {
        private @Nullable String failure;

        Sink(OutputStream stream) {
            super(stream);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                failure = String.valueOf(e.getMessage());
                throw e;
            }
        }
    }
}
