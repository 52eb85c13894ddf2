package dev.benchlight.mcp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

class LineReaderTest {
    private static final int LIMIT = 20_000;

    private final List<String> lines = new ArrayList<>();
    private final List<Long> offsets = new ArrayList<>();
    private final List<Long> refused = new ArrayList<>();
    private String head = "";
    private String tail = "";

    private final LineReader.Sink sink =
            new LineReader.Sink() {
                @Override
                public void line(byte[] bytes, long offset) {
                    lines.add(new String(bytes, StandardCharsets.UTF_8));
                    offsets.add(offset);
                }

                @Override
                public void tooLong(byte[] first, byte[] last, long length, long offset) {
                    refused.add(length);
                    offsets.add(offset);
                    head = new String(first, StandardCharsets.UTF_8);
                    tail = new String(last, StandardCharsets.UTF_8);
                }
            };

    private LineReader.End read(InputStream in) {
        return new LineReader(in, LIMIT, sink).run();
    }

    private LineReader.End read(String text) {
        return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Gives one byte at a time, as a server may write.
    private static final class OneByOne extends ByteArrayInputStream {
        OneByOne(String text) {
            super(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public synchronized int read(byte[] bytes, int from, int count) {
            return super.read(bytes, from, Math.min(1, count));
        }
    }

    @Test
    void linesEndAtLineFeedsAndKeepTheirOffsets() {
        assertThat(read("one\n\ntwo\n")).isEqualTo(LineReader.End.END_OF_STREAM);
        assertThat(lines).containsExactly("one", "", "two");
        assertThat(offsets).containsExactly(0L, 4L, 5L);
    }

    @Test
    void aCarriageReturnBeforeTheLineFeedBelongsToTheLineEnd() {
        read("one\r\nt\rwo\r\n\r\n");
        assertThat(lines).containsExactly("one", "t\rwo", "");
        assertThat(offsets).containsExactly(0L, 5L, 11L);
    }

    @Test
    void bytesMayComeOneByOne() {
        read(new OneByOne("Grüße 🎉\r\nzwei\n"));
        assertThat(lines).containsExactly("Grüße 🎉", "zwei");
    }

    @Test
    void aLineMayBeLongerThanTheBufferAndExactlyAsLongAsTheLimit() {
        String longest = "x".repeat(LIMIT);
        read("a\n" + longest + "\nb\n");
        assertThat(lines).containsExactly("a", longest, "b");
        assertThat(offsets).containsExactly(0L, 2L, LIMIT + 3L);
        assertThat(refused).isEmpty();
    }

    @Test
    void aLineOverTheLimitIsSkippedAndTheNextIsRead() {
        String over = "<" + "x".repeat(3 * LIMIT) + ">";
        assertThat(read(over + "\nnext\n")).isEqualTo(LineReader.End.END_OF_STREAM);
        assertThat(refused).containsExactly((long) over.length());
        assertThat(head).startsWith("<x").hasSizeLessThan(LIMIT);
        assertThat(tail).endsWith("x>").hasSizeLessThan(LIMIT);
        assertThat(lines).containsExactly("next");
        assertThat(offsets).containsExactly(0L, over.length() + 1L);
    }

    @Test
    void aLineOneByteOverTheLimitIsOverIt() {
        read("x".repeat(LIMIT + 1) + "\n");
        assertThat(refused).containsExactly(LIMIT + 1L);
    }

    @Test
    void aLineWithoutEndIsGivenUpAtTenTimesTheLimit() {
        InputStream endless =
                new InputStream() {
                    @Override
                    public int read() {
                        return 'x';
                    }
                };
        assertThat(read(endless)).isEqualTo(LineReader.End.ENDLESS_LINE);
        assertThat(refused).hasSize(1);
        assertThat(refused.getFirst()).isBetween(10L * LIMIT, 11L * LIMIT);
    }

    @Test
    void whatFollowsAnEndlessLineKeepsItsPlaceInTheStream() {
        String endless = "x".repeat(11 * LIMIT);
        LineReader reader = new LineReader(new OneByOne(endless + "\nnext\n"), LIMIT, sink);
        assertThat(reader.run()).isEqualTo(LineReader.End.ENDLESS_LINE);

        assertThat(reader.run()).isEqualTo(LineReader.End.END_OF_STREAM);
        assertThat(lines.getLast()).isEqualTo("next");
        assertThat(offsets).contains(10L * LIMIT + 1);
        assertThat(offsets.getLast()).isEqualTo(endless.length() + 1L);
    }

    @Test
    void theEndWithinALineOverTheLimitIsTold() {
        assertThat(read("x".repeat(2 * LIMIT))).isEqualTo(LineReader.End.WITHIN_A_LINE);
        assertThat(refused).containsExactly(2L * LIMIT);
    }

    @Test
    void aSinkDecidesWhetherALastLineWithoutEndIsOne() {
        assertThat(read("last")).isEqualTo(LineReader.End.END_OF_STREAM);
        assertThat(lines).containsExactly("last");
        LineReader.Sink strict =
                new LineReader.Sink() {
                    @Override
                    public void line(byte[] bytes, long offset) {}

                    @Override
                    public boolean unended(byte[] bytes, long offset) {
                        return false;
                    }

                    @Override
                    public void tooLong(byte[] first, byte[] last, long length, long offset) {}
                };
        InputStream in = new ByteArrayInputStream(new byte[] {'x'});
        assertThat(new LineReader(in, LIMIT, strict).run()).isEqualTo(LineReader.End.WITHIN_A_LINE);
    }

    @Test
    void whatALargeLineTookIsGivenBack() {
        LineReader.Line line = new LineReader.Line();
        line.writeBytes(new byte[10 << 20]);
        line.reset();
        assertThat(line.room()).isLessThanOrEqualTo(64 << 10);
        line.write('x');
        assertThat(line.toByteArray()).containsExactly('x');
    }

    @Test
    void aReadThatFailsIsTheEnd() throws IOException {
        InputStream closed = InputStream.nullInputStream();
        closed.close();
        assertThat(read(closed)).isEqualTo(LineReader.End.END_OF_STREAM);
        assertThat(lines).isEmpty();
    }
}
