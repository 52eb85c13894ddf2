package dev.benchlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class TableTest {
    private static final String LONG = "n".repeat(500);

    @Test
    void onATerminalNamesAndDescriptionsOfAnyLengthFitTheLine() {
        String text = Table.of(List.of(List.of(LONG, LONG), List.of("echo", "Echoes")), 80);

        assertThat(text.lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
        assertThat(text.lines().findFirst().orElseThrow()).matches(" {2}n{55}… {2}n{19}…");
    }

    @Test
    void aNameThatLeavesRoomStaysWhole() {
        String name = "file:///" + "a".repeat(48);
        assertThat(Table.of(List.of(List.of(name, LONG)), 80)).contains(name + "  nnn");
    }

    @Test
    void whereNobodyLooksNothingIsCut() {
        assertThat(Table.of(List.of(List.of(LONG, LONG)), Integer.MAX_VALUE))
                .isEqualTo("  " + LONG + "  " + LONG);
    }
}
