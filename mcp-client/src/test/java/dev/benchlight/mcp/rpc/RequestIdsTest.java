package dev.benchlight.mcp.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

class RequestIdsTest {
    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static OptionalLong guess(String head, String tail) {
        return RequestIds.guess(
                head.getBytes(StandardCharsets.UTF_8), tail.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void onlyAWholeNumberIsAnIdOfOurs() {
        assertThat(RequestIds.exact(json("7"))).hasValue(7);
        assertThat(RequestIds.exact(json("\"7\""))).isEmpty();
        assertThat(RequestIds.exact(json("7.0"))).isEmpty();
        assertThat(RequestIds.exact(json("99999999999999999999"))).isEmpty();
        assertThat(RequestIds.exact(json("null"))).isEmpty();
    }

    @Test
    void anIdWhoseTypeWasChangedIsRecognised() {
        assertThat(RequestIds.swapped(json("\"7\""))).hasValue(7);
        assertThat(RequestIds.swapped(json("7.0"))).hasValue(7);
        assertThat(RequestIds.swapped(json("7.5"))).isEmpty();
        assertThat(RequestIds.swapped(json("\"seven\""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{\"x\":\"yyy | ''",
                "{\"id\": 7, \"result\": | ''",
                "{\"result\":{\"x\":\"yyy | yyy\"},\"id\":7}",
                "{\"result\":{\"x\":\"yyy | yyy\"},\"id\":7,\"jsonrpc\":\"2.0\"}"
            })
    void theIdOfAnUnreadableMessageIsGuessedWhereItUsuallyStands(String head, String tail) {
        assertThat(guess(head, tail)).hasValue(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "debug: \"id\":7", "{\"result\":{\"id\":7},\"x\":1"})
    void anIdElsewhereIsNotTaken(String head) {
        assertThat(guess(head, "")).isEmpty();
    }
}
