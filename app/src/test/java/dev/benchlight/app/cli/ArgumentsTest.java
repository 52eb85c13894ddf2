package dev.benchlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.benchlight.app.workspace.InputException;
import dev.benchlight.mcp.Warning;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Files;
import java.nio.file.Path;

class ArgumentsTest {
    @TempDir Path folder;

    @Test
    void theObjectIsSentAsItWasWritten() throws Exception {
        String json = "{\"a\":-0,\"b\":1e400,\"c\":1.0,\"d\":\"\\ud800\"}";
        Files.writeString(folder.resolve("a.json"), "\uFEFF" + json);

        assertThat(JsonMapper.shared().writeValueAsString(Arguments.object("--args", json, folder)))
                .isEqualTo(json);
        assertThat(
                        JsonMapper.shared()
                                .writeValueAsString(Arguments.object("--args", "@a.json", folder)))
                .isEqualTo(json);
    }

    @Test
    void whatIsNoObjectIsRefusedWithItsPlace() {
        assertThat(refusal("{\n  \"a\": 1,\n  \"a\": 2}"))
                .isEqualTo(
                        "--args is not valid JSON (line 3, column 3): the member \"a\" comes"
                                + " twice.");
        assertThat(refusal("{} x")).contains("(line 1, column 4)");
        assertThat(refusal("[1]")).isEqualTo("--args must be a JSON object.");
    }

    @Test
    void aNumberThatCannotBeCheckedKeepsNothingElseFromBeingChecked() throws Exception {
        var schema =
                Arguments.object(
                        "--args",
                        "{\"properties\":{\"n\":{\"type\":\"number\"}},\"required\":[\"s\"]}",
                        folder);

        assertThat(
                        catchThrowableOfType(
                                InputException.class,
                                () ->
                                        CheckedArguments.check(
                                                schema,
                                                Arguments.object(
                                                        "--args", "{\"n\":1e999999999}", folder))))
                .hasMessageContaining("s: Required, but not set.");
        assertThat(
                        CheckedArguments.check(
                                schema,
                                Arguments.object("--args", "{\"s\":1,\"n\":1e999999999}", folder)))
                .extracting(Warning::message)
                .singleElement()
                .asString()
                .startsWith("The arguments were not checked in full: n: The number");
    }

    private String refusal(String json) {
        return String.valueOf(
                catchThrowableOfType(
                                InputException.class,
                                () -> Arguments.object("--args", json, folder))
                        .getMessage());
    }
}
