package dev.benchlight.mcp.wire.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class SseParserTest {
    private static final String MIXED =
            """
            : hello
            id: 1
            event: message
            data: Grüße 🎉
            data: 日本語

            data:done
            retry: 250

            """;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void everyLineEndAndEverySplitGiveTheSameEvents(String lineEnd) {
        byte[] bytes = MIXED.replace("\n", lineEnd).getBytes(UTF_8);
        for (int split = 0; split <= bytes.length; split++) {
            List<SseEvent> events = new ArrayList<>();
            SseParser parser = new SseParser(1 << 20, events::add);
            parser.feed(bytes, 0, split);
            parser.feed(bytes, split, bytes.length - split);
            assertThat(events).hasSize(3);
            assertThat(events.get(0).hasData()).isFalse();
            assertThat(data(events.get(1))).isEqualTo("Grüße 🎉\n日本語");
            assertThat(events.get(1).id()).isEqualTo("1");
            assertThat(data(events.get(2))).isEqualTo("done");
            assertThat(events.get(2).retry()).isEqualTo(Duration.ofMillis(250));
            assertThat(parser.rest()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void rawBlocksAndOffsetsAddUpToTheStream(String lineEnd) {
        String text = MIXED.replace("\n", lineEnd);
        byte[] bytes = text.getBytes(UTF_8);
        for (SseEvent event : parse(text)) {
            String there = new String(bytes, (int) event.offset(), event.raw().length, UTF_8);
            assertThat(new String(event.raw(), UTF_8)).isEqualTo(there);
        }
    }

    @Test
    void aByteOrderMarkIsSkippedOnceEvenByteByByte() {
        byte[] bytes = "\uFEFFdata: a\n\ndata: \uFEFFb\n\n".getBytes(UTF_8);
        List<SseEvent> events = new ArrayList<>();
        SseParser parser = new SseParser(1 << 20, events::add);
        for (int i = 0; i < bytes.length; i++) {
            parser.feed(bytes, i, 1);
        }
        assertThat(events).map(SseParserTest::data).containsExactly("a", "\uFEFFb");
        assertThat(events.get(0).offset()).isEqualTo(3);
    }

    @Test
    void bytesThatOnlyStartLikeAByteOrderMarkAreKept() {
        byte[] bytes = {(byte) 0xEF, (byte) 0xBB, 'd', ':', '\n', '\n'};
        List<SseEvent> events = new ArrayList<>();
        new SseParser(100, events::add).feed(bytes, 0, bytes.length);
        assertThat(events).hasSize(1);
        assertThat(events.get(0).raw()).startsWith((byte) 0xEF, (byte) 0xBB, (byte) 'd');
        assertThat(events.get(0).offset()).isZero();
    }

    @Test
    void onlyOneSpaceAfterTheColonIsDropped() {
        assertThat(data(parse("data:  two\n\n").getFirst())).isEqualTo(" two");
        assertThat(data(parse("data\n\n").getFirst())).isEmpty();
        assertThat(data(parse("data\ndata\n\n").getFirst())).isEqualTo("\n");
    }

    @Test
    void anEmptyDataLineHandsOutAnIdAndDeliversNothing() {
        SseEvent event = parse("id: e1\nretry: 500\ndata: \n\n").getFirst();
        assertThat(event.hasData()).isFalse();
        assertThat(event.id()).isEqualTo("e1");
    }

    @Test
    void oddFieldsAreIgnoredAndTheStreamGoesOn() {
        List<SseEvent> events =
                parse("nonsense\nfoo: bar\nretry: soon\nid: a\0b\ndata: x\n\ndata: y\n\n");
        assertThat(events).map(SseParserTest::data).containsExactly("x", "y");
        assertThat(events.getFirst().retry()).isNull();
        assertThat(events.getFirst().id()).isNull();
    }

    @Test
    void commentsAloneNeverAddUp() {
        List<SseEvent> events = new ArrayList<>();
        SseParser parser = new SseParser(64, events::add);
        byte[] ping = ": keep-alive\n".getBytes(UTF_8);
        for (int i = 0; i < 1_000; i++) {
            parser.feed(ping, 0, ping.length);
        }
        assertThat(events).hasSize(1_000).noneMatch(SseEvent::hasData);
    }

    @Test
    void aBlockOverTheLimitIsRefused() {
        SseParser parser = new SseParser(10, event -> {});
        byte[] bytes = "data: 0123456789\n\n".getBytes(UTF_8);
        assertThatThrownBy(() -> parser.feed(bytes, 0, bytes.length))
                .isInstanceOf(SseParser.TooLargeException.class);
    }

    @Test
    void aBlockWithoutItsEmptyLineIsNoEventButIsKeptToBeShown() {
        List<SseEvent> events = new ArrayList<>();
        SseParser parser = new SseParser(100, events::add);
        byte[] bytes = "data: a\n\ndata: cut of".getBytes(UTF_8);
        parser.feed(bytes, 0, bytes.length);
        assertThat(events).hasSize(1);
        assertThat(new String(parser.rest(), UTF_8)).isEqualTo("data: cut of");
        assertThat(parser.restOffset()).isEqualTo(9);
    }

    private static List<SseEvent> parse(String text) {
        List<SseEvent> events = new ArrayList<>();
        byte[] bytes = text.getBytes(UTF_8);
        new SseParser(1 << 20, events::add).feed(bytes, 0, bytes.length);
        return events;
    }

    private static String data(SseEvent event) {
        return new String(event.data(), UTF_8);
    }
}
