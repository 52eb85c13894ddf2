package dev.benchlight.app.ui.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.render.RenderInput;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Optional;

class PlannerTest {
    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static Plan plan(String method, String result) {
        return Planner.plan(
                new Request(method, json("{\"uri\":\"demo://a\"}")),
                json(result),
                Optional.empty());
    }

    @Test
    void everyContentBlockIsShownInOrder() {
        Plan plan =
                plan(
                        "tools/call",
                        """
                        {"content": [
                          {"type": "text", "text": "hi", "annotations": {"priority": 1}},
                          {"type": "image", "data": "AQI=", "mimeType": "image/png"},
                          {"type": "resource_link", "uri": "demo://b", "name": "b", "size": 3},
                          {"type": "resource", "resource": {"uri": "demo://c", "text": "c"}},
                          {"type": "hologram", "x": 1}],
                         "_meta": {"k": 1}}
                        """);
        assertThat(plan.parts())
                .extracting(part -> part.input().getClass().getSimpleName())
                .containsExactly("Text", "Bytes", "ResourceLink", "Embedded", "Unknown", "Json");
        assertThat(plan.parts().getFirst().facts()).contains("priority");
    }

    @ParameterizedTest
    @CsvSource({
        "tools/call, content, \"type\":\"text\"",
        "prompts/get, messages, \"role\":\"user\"",
        "resources/read, contents, \"uri\":\"demo://a\""
    })
    void anItemThatIsNoObjectIsFlaggedByItsPointerAndTheOthersAreShown(
            String method, String field, String member) {
        String item =
                "{" + member + ",\"text\":\"a\",\"content\":{\"type\":\"text\",\"text\":\"a\"}}";
        Plan plan = plan(method, "{\"" + field + "\":[" + item + ",null]}");
        assertThat(plan.parts().getFirst().input()).isInstanceOf(RenderInput.Text.class);
        assertThat(plan.parts().getLast().input())
                .isInstanceOfSatisfying(
                        RenderInput.Unknown.class,
                        unknown -> assertThat(unknown.reason()).isEqualTo("it is no object"));
        assertThat(plan.checks())
                .containsExactly(
                        new Plan.Check(
                                false,
                                "The result has null at /"
                                        + field
                                        + "/1, where an object must stand."));
    }

    private static RenderInput audio(String data) {
        return plan(
                        "tools/call",
                        "{\"content\":[{\"type\":\"audio\",\"data\":\"%s\",\"mimeType\":\"x\"}]}"
                                .formatted(data))
                .parts()
                .getFirst()
                .input();
    }

    @Test
    void dataThatIsNotBase64IsSaidToBeSo() {
        for (String broken : List.of("A", "AQ!I", "A-_I")) {
            assertThat(audio(broken))
                    .isInstanceOfSatisfying(
                            RenderInput.Unknown.class,
                            unknown -> assertThat(unknown.reason()).contains("base64"));
        }
    }

    @Test
    void dataMayBeBrokenIntoLines() {
        assertThat(audio("AQ\\r\\nID"))
                .isInstanceOfSatisfying(
                        RenderInput.Bytes.class,
                        bytes -> assertThat(bytes.bytes()).containsExactly(1, 2, 3));
    }

    @Test
    void aMissingStructuredContentIsNotedWhereASchemaPromisesIt() {
        Plan plan =
                Planner.plan(
                        new Request("tools/call", json("{}")),
                        json("{\"content\":[{\"type\":\"text\",\"text\":\"x\"}]}"),
                        Optional.of(json("{\"type\":\"object\"}")));
        assertThat(plan.checks()).singleElement().satisfies(c -> assertThat(c.good()).isFalse());
    }

    @Test
    void textThatContradictsTheStructuredContentIsNoted() {
        String result =
                "{\"content\":[{\"type\":\"text\",\"text\":\"{\\\"a\\\":1}\"}],"
                        + "\"structuredContent\":{\"a\":%d}}";
        assertThat(plan("tools/call", result.formatted(1)).checks()).isEmpty();
        assertThat(plan("tools/call", result.formatted(2)).checks())
                .singleElement()
                .satisfies(check -> assertThat(check.text()).contains("differs"));
    }

    @Test
    void promptMessagesAreLabelledWithTheirRole() {
        Plan plan =
                plan(
                        "prompts/get",
                        "{\"messages\":[{\"role\":\"user\",\"content\":{\"type\":\"text\","
                                + "\"text\":\"q\"}}]}");
        assertThat(plan.parts().getFirst().label()).isEqualTo("user · text");
    }

    @Test
    void resourceContentsOfAnotherUriAreNoted() {
        String result = "{\"contents\":[{\"uri\":\"%s\",\"text\":\"x\"}]}";
        assertThat(plan("resources/read", result.formatted("demo://a")).checks()).isEmpty();
        assertThat(plan("resources/read", result.formatted("demo://z")).checks()).hasSize(1);
    }
}
