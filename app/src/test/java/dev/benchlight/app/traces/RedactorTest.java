package dev.benchlight.app.traces;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class RedactorTest {
    private static final String SECRET = "pä\"ss w/o<r>d&1234";

    private final Redactor redactor = new Redactor();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pä\"ss w/o<r>d&1234",
                "pä\\\"ss w/o<r>d&1234",
                "pä\\\"ss w\\/o<r>d&1234",
                "p\\u00e4\\\"ss w/o<r>d&1234",
                "p\\u00e4\\\"ss w/o\\u003cr\\u003ed\\u00261234",
                "pä\\\\\\\"ss w/o<r>d&1234",
                "p\\u00E4\\\"ss w/o\\u003Cr\\u003Ed\\u00261234",
                "pä&quot;ss w/o&lt;r&gt;d&amp;1234",
                "70c3a422737320772f6f3c723e642631323334",
                "p%C3%A4%22ss+w%2Fo%3Cr%3Ed%261234",
                "p%C3%A4%22ss%20w%2Fo%3Cr%3Ed%261234",
                "p%c3%a4%22ss%20w%2fo%3cr%3ed%261234",
            })
    void aSecretIsFoundHoweverItIsWritten(String form) {
        redactor.add(List.of(SECRET));
        String stars = "*".repeat(form.getBytes(UTF_8).length);
        assertThat(redactor.redact("a " + form + " b")).isEqualTo("a " + stars + " b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u%04x", "\\u%04X", "\\\\u%04x", "&#%d;", "&#x%x;", "&#x%X;"})
    void aSecretIsFoundWhenEachOfItsCharactersIsACode(String code) {
        redactor.add(List.of("sk-jo"));
        StringBuilder codes = new StringBuilder();
        "sk-jo".chars().forEach(unit -> codes.append(code.formatted(unit)));
        assertThat(redactor.redact("a " + codes + " b"))
                .isEqualTo("a " + "*".repeat(codes.length()) + " b");
    }

    @Test
    void secretsThatOverlapLeaveNothingOfEither() {
        redactor.add(List.of("abcd1234", "1234efgh", "1234"));
        assertThat(redactor.redact("xabcd1234efghx 1234 abcd"))
                .isEqualTo("x************x **** abcd");
    }

    @Test
    void whatHoldsNoSecretIsTheSameBytesAndShortValuesAreNoSecrets() {
        redactor.add(List.of("key", ""));
        redactor.add(List.of("the key"));
        byte[] bytes = "a key".getBytes(UTF_8);
        assertThat(redactor.redact(bytes)).isSameAs(bytes);
        assertThat(redactor.redact("my the key")).isEqualTo("my *******");
    }
}
