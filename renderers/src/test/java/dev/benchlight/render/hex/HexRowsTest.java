package dev.benchlight.render.hex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HexRowsTest {
    @Test
    void rowsHoldOffsetHexAndAscii() {
        byte[] bytes = new byte[18];
        bytes[0] = 'A';
        bytes[1] = (byte) 0xff;
        bytes[17] = 'z';
        HexRows rows = new HexRows(bytes);
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0))
                .startsWith("00000000  41 ff 00 00 00 00 00 00  00")
                .endsWith("  A...............");
        assertThat(rows.get(1)).startsWith("00000010  00 7a ").endsWith("  .z");
        assertThat(rows.get(1).indexOf(".z")).isEqualTo(rows.get(0).indexOf("A."));
    }

    @Test
    void nothingHasNoRows() {
        assertThat(new HexRows(new byte[0])).isEmpty();
    }
}
