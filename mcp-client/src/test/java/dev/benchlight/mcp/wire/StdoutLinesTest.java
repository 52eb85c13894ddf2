package dev.benchlight.mcp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.trace.FrameId;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

class StdoutLinesTest {
    private final WireLog log = new WireLog();
    private final List<Long> recorded = new ArrayList<>();

    private FrameId record(byte[] bytes, long length, long offset) {
        recorded.add(length);
        return new FrameId("c", recorded.size());
    }

    private LineReader.End read(String text, Charset charset) {
        Limits limits = new Limits(5_000, 1, 1, 1, 1, 1, 1, 1);
        StdoutLines lines = new StdoutLines(this::record, log, limits);
        ByteArrayInputStream in = new ByteArrayInputStream(text.getBytes(charset));
        return new LineReader(in, limits.messageBytes(), lines).run();
    }

    @Test
    void everyLineIsRecordedButBlankOnesAreNoMessages() {
        read("{}\n\n \t\r\n[]\n", StandardCharsets.UTF_8);
        assertThat(recorded).containsExactly(2L, 0L, 2L, 2L);
        assertThat(log.told()).containsExactly("1 {}", "4 []");
    }

    @Test
    void aByteOrderMarkIsSkippedWithAWarningOnTheFirstLineOnly() {
        read("\ufeff{}\n\ufeff{}\n", StandardCharsets.UTF_8);
        assertThat(log.told()).containsExactly("warning bom", "1 {}", "2 \ufeff{}");
        assertThat(recorded).containsExactly(5L, 5L);
    }

    @Test
    void utf16IsNamedInEitherByteOrderWithAndWithoutItsMark() {
        read("\ufeff{\"a\":1}\n", StandardCharsets.UTF_16LE);
        read("{\"a\":1}\n", StandardCharsets.UTF_16LE);
        read("{\"a\":1}\n", StandardCharsets.UTF_16BE);
        assertThat(log.told()).isNotEmpty().allMatch(line -> line.endsWith("refused utf16"));
    }

    @Test
    void aMessageOverTheLimitIsRefusedByTheLimitsName() {
        assertThat(read("x".repeat(6_000) + "\n{}\n", StandardCharsets.UTF_8))
                .isEqualTo(LineReader.End.END_OF_STREAM);
        assertThat(log.told()).containsExactly("1 refused message-too-large", "2 {}");
        assertThat(recorded).containsExactly(6_000L, 2L);
    }

    @Test
    void anEndlessLineIsRecordedOnceAndNoMessage() {
        assertThat(read("x".repeat(60_000), StandardCharsets.UTF_8))
                .isEqualTo(LineReader.End.ENDLESS_LINE);
        assertThat(log.told()).isEmpty();
        assertThat(recorded).hasSize(1);
    }

    @Test
    void aLastLineWithoutEndIsAMessageIfItsBraceIsClosed() {
        assertThat(read("{}", StandardCharsets.UTF_8)).isEqualTo(LineReader.End.END_OF_STREAM);
        assertThat(read("{\"a\":", StandardCharsets.UTF_8)).isEqualTo(LineReader.End.WITHIN_A_LINE);
        assertThat(log.told()).containsExactly("1 {}");
        assertThat(recorded).containsExactly(2L, 5L);
    }
}
