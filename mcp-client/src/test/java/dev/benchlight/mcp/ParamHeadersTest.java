package dev.benchlight.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.benchlight.mcp.wire.HeaderText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// "Custom Headers from Tool Parameters" and "Value Encoding", 2026-07-28.
class ParamHeadersTest {
    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "us-west1|us-west1",
                "a b\tc|a b\tc",
                "Hello, 世界|=?base64?SGVsbG8sIOS4lueVjA==?=",
                " padded |=?base64?IHBhZGRlZCA=?=",
                "=?base64?literal?=|=?base64?PT9iYXNlNjQ/bGl0ZXJhbD89?=",
                "=?base64?begun|=?base64?begun",
            })
    void whatAHeaderCannotHoldGoesAsBase64(String text, String value) {
        assertThat(HeaderText.of(text)).isEqualTo(value);
    }

    @Test
    void lineEndsNeverReachAHeader() {
        assertThat(HeaderText.of("line1\nline2")).isEqualTo("=?base64?bGluZTEKbGluZTI=?=");
    }

    @Test
    void argumentsGoIntoTheHeadersTheirSchemaNames() {
        ParamHeaders headers =
                ParamHeaders.of(
                        json(
                                "{'type':'object','properties':{"
                                        + "'region':{'type':'string','x-mcp-header':'Region'},"
                                        + "'n':{'type':'integer','x-mcp-header':'N'},"
                                        + "'b':{'type':'boolean','x-mcp-header':'B'},"
                                        + "'o':{'type':'object','properties':{'deep':{'type':'string',"
                                        + "'x-mcp-header':'Deep'}}},"
                                        + "'plain':{'type':'string','default':{'x-mcp-header':'no'}}}}"));

        assertThat(headers.problem()).isEmpty();
        assertThat(headers.headers(json("{'region':'eu','n':42.0,'b':false,'o':{'deep':'d'}}")))
                .containsOnly(
                        entry("Mcp-Param-Region", "eu"),
                        entry("Mcp-Param-N", "42"),
                        entry("Mcp-Param-B", "false"),
                        entry("Mcp-Param-Deep", "d"));
        assertThat(headers.headers(json("{'region':null,'n':1.5,'b':[],'o':'d'}"))).isEmpty();
        assertThat(headers.headers(json("{'n':9007199254740992}"))).isEmpty();
        assertThat(headers.headers(json("{'n':1e400}"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'a':{'type':'string','x-mcp-header':''}}; is no name for a header",
                "{'a':{'type':'string','x-mcp-header':'a b'}}; is no name for a header",
                "{'a':{'type':'string','x-mcp-header':7}}; is no name for a header",
                "{'a':{'type':'number','x-mcp-header':'A'}}; is no string, integer or boolean",
                "{'a':{'x-mcp-header':'A'}}; is no string, integer or boolean",
                "{'a':{'type':'string','x-mcp-header':'X'},'b':{'type':'string',"
                        + "'x-mcp-header':'x'}}; that another argument has",
                "{'a':{'type':'array','items':{'type':'string','x-mcp-header':'A'}}};"
                        + " has no fixed place",
                "{'a':{'oneOf':[{'type':'string','x-mcp-header':'A'}]}}; has no fixed place",
            })
    void aSchemaThatBreaksTheRulesIsNotUsed(String properties, String why) {
        ParamHeaders headers = ParamHeaders.of(json("{'properties':" + properties + "}"));
        assertThat(headers.problem()).hasValueSatisfying(text -> assertThat(text).contains(why));
    }

    @Test
    void anAnnotationBehindAReferenceOrAConditionIsNotUsedEither() {
        String annotated = "{'properties':{'a':{'type':'string','x-mcp-header':'A'}}}";
        for (String keyword : new String[] {"if", "then", "not"}) {
            assertThat(ParamHeaders.of(json("{'" + keyword + "':" + annotated + "}")).problem())
                    .as(keyword)
                    .isPresent();
        }
        assertThat(ParamHeaders.of(json("{'$defs':{'d':" + annotated + "}}")).problem())
                .isPresent();
    }
}
