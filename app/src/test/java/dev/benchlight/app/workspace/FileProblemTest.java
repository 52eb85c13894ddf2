package dev.benchlight.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class FileProblemTest {
    @Test
    void whatIsNoJsonIsSaidInTheWordsOfAPerson() {
        JacksonException broken =
                catchThrowableOfType(
                        JacksonException.class, () -> JsonMapper.shared().readTree("{bad"));
        assertThat(FileProblem.reason(broken)).isEqualTo("not valid JSON (line 1, column 2)");
    }
}
