package dev.benchlight.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteSizeTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "1023, 1023 B",
        "1024, 1.0 KB",
        "3200, 3.1 KB",
        "10485760, 10.0 MB",
        "1048524, 1.0 MB",
        "5000000000, 4.7 GB",
        "9000000000000000, 8185.5 TB"
    })
    void isReadAtAGlance(long bytes, String shown) {
        assertThat(ByteSize.of(bytes)).isEqualTo(shown);
    }
}
