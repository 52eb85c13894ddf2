package dev.benchlight.app.ui.resources;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

/// The values are those of RFC 6570, section 1.2.
class UriTemplateTest {
    private static final Map<String, String> VALUES =
            Map.of(
                    "var",
                    "value",
                    "hello",
                    "Hello World!",
                    "empty",
                    "",
                    "path",
                    "/foo/bar",
                    "x",
                    "1024",
                    "y",
                    "768");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {var}|value
                    {hello}|Hello%20World%21
                    {+hello}|Hello%20World!
                    {+path}/here|/foo/bar/here
                    here?ref={+path}|here?ref=/foo/bar
                    X{#hello}|X#Hello%20World!
                    map?{x,y}|map?1024,768
                    X{.var}|X.value
                    {/var,x}/here|/value/1024/here
                    {;x,y,empty}|;x=1024;y=768;empty
                    {?x,y,empty}|?x=1024&y=768&empty=
                    ?fixed=yes{&x}|?fixed=yes&x=1024
                    {?undef}|''
                    {x,undef}|1024
                    """)
    void expandsAsTheRfcSays(String template, String expected) {
        assertThat(new UriTemplate(template).expand(VALUES)).isEqualTo(expected);
    }

    @Test
    void variablesAreNamedOnceInOrder() {
        assertThat(new UriTemplate("a/{b}/{c:3}{?b,d*}").variables())
                .containsExactly("b", "c", "d");
    }

    @Test
    void whatIsNotSupportedIsSaid() {
        assertThat(new UriTemplate("{list*}").unsupported()).contains("{list*}");
        assertThat(new UriTemplate("a{").unsupported()).contains("brace");
        assertThat(new UriTemplate("a/{b}{?c}").unsupported()).isEmpty();
    }
}
