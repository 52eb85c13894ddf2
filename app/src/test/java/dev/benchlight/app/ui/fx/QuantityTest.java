package dev.benchlight.app.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({
        "420, 0.42 ms",
        "5000, 5 ms",
        "83600, 84 ms",
        "129400, 129 ms",
        "999600, 1.00 s",
        "1254000, 1.25 s",
        "125400000, 2 min 5 s"
    })
    void aDurationIsRounded(long micros, String shown) {
        assertThat(Quantity.duration(Duration.ofNanos(micros * 1_000))).isEqualTo(shown);
    }
}
