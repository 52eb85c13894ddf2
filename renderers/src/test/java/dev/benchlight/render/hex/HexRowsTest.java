package dev.benchlight.render.hex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;

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

    @Test
    void rowsAreCopiedAsHexadecimalAndAsText() {
        HexRows rows = new HexRows("grün is not a short word".getBytes(StandardCharsets.UTF_8));
        assertThat(rows.hex(List.of(1))).isEqualTo("68 6f 72 74 20 77 6f 72 64");
        assertThat(rows.text(List.of(0, 1))).isEqualTo("grün is not a short word");
        assertThat(rows.dump(List.of(0, 1))).hasLineCount(2).contains("00000010  68 6f");
        assertThat(new HexRows(new byte[] {(byte) 0xe4}).text(List.of(0))).isEqualTo("ä");
    }

    @Test
    void offsetsAreDecimalOrHexadecimalAndWithinTheBytes() {
        HexRows rows = new HexRows(new byte[100]);
        assertThat(rows.row("16")).hasValue(1);
        assertThat(rows.row(" 0x20 ")).hasValue(2);
        assertThat(rows.row("99")).hasValue(6);
        for (String wrong : List.of("100", "-1", "0x", "", "ff", "99999999999999999999")) {
            assertThat(rows.row(wrong)).isEmpty();
        }
    }
}
