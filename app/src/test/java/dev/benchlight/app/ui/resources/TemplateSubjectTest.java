package dev.benchlight.app.ui.resources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.Completable;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TemplateSubjectTest {
    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    private static String uri(String template, String arguments) {
        return new TemplateSubject(template)
                .request(json(arguments))
                .params()
                .path("uri")
                .asString();
    }

    @Test
    void listsAndMapsAndNumbersAreExpandedAsTheTemplateWants() {
        assertThat(
                        uri(
                                "db:/t{/path*}{?q*,limit}{&x}",
                                "{'path':['a','b/c'],'q':{'k':'v w'},'limit':1025}"))
                .isEqualTo("db:/t/a/b%2Fc?k=v%20w&limit=1025");
        assertThat(uri("db:/t{/path*}{?q*}", "{'path':[],'q':null}")).isEqualTo("db:/t");
        assertThat(uri("db:/t{/path*}", "{'path':'one'}")).isEqualTo("db:/t/one");
    }

    @Test
    void aFieldStandsForEachVariableByWhatItCanBe() {
        JsonNode properties =
                new TemplateSubject("a:/{id}{/short:3}{?all*}")
                        .schema(json("{}"))
                        .path("properties");
        assertThat(properties.propertyNames()).containsExactly("id", "short", "all");
        assertThat(properties.at("/id")).isEqualTo(json("{'type':'string'}"));
        assertThat(properties.at("/short/description").asString()).contains("first 3 characters");
        assertThat(properties.at("/all/anyOf").valueStream().map(s -> s.path("type").asString()))
                .containsExactly("array", "object", "string");
    }

    @Test
    void aTemplateThatIsNotValidIsNamedWithItsPositionAndStillTried() {
        TemplateSubject template = new TemplateSubject("a:/{user-id}/{b");
        assertThat(template.preview(json("{'user-id':'7'}")))
                .isEqualTo(
                        """
                        Reads a:/7/%7Bb
                        Not a valid URI template at character 9: names of variables have no U+002D there.
                        Not a valid URI template at character 14: an opening brace that is never closed.\
                        """);
        assertThat(template.completable()).contains(new Completable.OfTemplate("a:/{user-id}/{b"));
    }
}
