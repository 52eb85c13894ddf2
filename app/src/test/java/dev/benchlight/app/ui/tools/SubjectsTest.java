package dev.benchlight.app.ui.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.ui.prompts.PromptSubject;
import dev.benchlight.app.ui.resources.TemplateSubject;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SubjectsTest {
    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    @Test
    void annotationsAreShownAsClaims() {
        JsonNode tool = json("{\"annotations\":{\"readOnlyHint\":true,\"openWorldHint\":false}}");
        assertThat(new ToolSubject("t").claims(tool))
                .containsExactly("claims read-only", "claims closed world");
    }

    @Test
    void onlyADestructiveToolThatIsNotReadOnlyIsAskedAbout() {
        ToolSubject tool = new ToolSubject("rm");
        assertThat(tool.caution("s", json("{\"annotations\":{\"destructiveHint\":true}}")))
                .isPresent();
        assertThat(
                        tool.caution(
                                "s",
                                json(
                                        "{\"annotations\":{\"destructiveHint\":true,"
                                                + "\"readOnlyHint\":true}}")))
                .isEmpty();
        assertThat(tool.caution("s", json("{}"))).isEmpty();
    }

    @Test
    void aToolsRequestAndCommandCarryTheArgumentsUnchanged() {
        JsonNode arguments = json("{\"a\":12345678901234567890,\"b\":\"x y\"}");
        ToolSubject tool = new ToolSubject("sum");
        assertThat(tool.request(arguments).arguments()).isSameAs(arguments);
        assertThat(tool.commandLine("demo", arguments))
                .isEqualTo(
                        "benchlight call demo sum --args"
                                + " '{\"a\":12345678901234567890,\"b\":\"x y\"}'");
    }

    @Test
    void aToolThatIsToBecomeATaskSaysSoInItsRequestAndItsCommand() {
        ToolSubject tool = new ToolSubject("sum", () -> true);
        assertThat(tool.request(json("{}")).params())
                .hasToString("{\"name\":\"sum\",\"arguments\":{},\"task\":{}}");
        assertThat(tool.commandLine("demo", json("{}"))).endsWith(" --args '{}' --task");
        assertThat(new ToolSubject("sum").request(json("{}")).params().has("task")).isFalse();
    }

    @Test
    void aPromptsArgumentsBecomeAFormOfStrings() {
        PromptSubject prompt = new PromptSubject("p");
        JsonNode schema =
                prompt.schema(
                        json(
                                "{\"arguments\":[{\"name\":\"city\",\"required\":true,"
                                        + "\"description\":\"Where\"},{\"name\":\"unit\"}]}"));
        assertThat(schema.at("/properties/city/description").asString()).isEqualTo("Where");
        assertThat(schema.path("required")).hasSize(1);
        assertThat(prompt.commandLine("s", json("{\"city\":\"New York\"}")))
                .isEqualTo("benchlight prompt s p --arg 'city=New York'");
    }

    @Test
    void aTemplateReadsItsExpandedUri() {
        TemplateSubject template = new TemplateSubject("demo://r/{id}");
        assertThat(template.request(json("{\"id\":\"7\"}")).params().path("uri").asString())
                .isEqualTo("demo://r/7");
        assertThat(template.preview(json("{\"id\":\"7\"}"))).isEqualTo("Reads demo://r/7");
    }
}
