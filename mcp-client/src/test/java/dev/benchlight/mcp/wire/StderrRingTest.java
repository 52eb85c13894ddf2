package dev.benchlight.mcp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StderrRingTest {
    private final StderrRing ring = new StderrRing(10);

    @Test
    void theOldestLinesMakeRoomForNewOnes() {
        ring.add("1234");
        ring.add("5678");
        assertThat(ring.tail(9)).containsExactly("1234", "5678");
        ring.add("9");
        assertThat(ring.tail(9)).containsExactly("5678", "9");
    }

    @Test
    void theTailIsTheLastLinesOldestFirst() {
        ring.add("a");
        ring.add("b");
        ring.add("c");
        assertThat(ring.tail(2)).containsExactly("b", "c");
        assertThat(ring.tail(0)).isEmpty();
    }

    @Test
    void oneLineIsKeptHoweverLongItIs() {
        ring.add("short");
        ring.add("a line over the limit");
        assertThat(ring.tail(9)).containsExactly("a line over the limit");
        ring.add("next");
        assertThat(ring.tail(9)).containsExactly("next");
    }
}
