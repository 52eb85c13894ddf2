package dev.benchlight.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.Extensions.Declared;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExtensionsTest {
    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    @Test
    void theEngineDeclaresWhatItKnowsBesideWhatIsDeclaredToIt() {
        JsonNode own = json("{'sampling':{},'extensions':{'com.example/x':{'a':1}}}");

        assertThat(Extensions.declaring(own, Era.MODERN))
                .isEqualTo(
                        json(
                                "{'sampling':{},'extensions':{'io.modelcontextprotocol/tasks':{},"
                                        + "'io.modelcontextprotocol/ui':"
                                        + "{'mimeTypes':['text/html;profile=mcp-app']},"
                                        + "'com.example/x':{'a':1}}}"));
    }

    @Test
    void theTasksOfOlderRevisionsAreNoExtension() {
        assertThat(Extensions.declaring(json("{}"), Era.LEGACY).path("extensions").propertyNames())
                .containsExactly("io.modelcontextprotocol/ui");
    }

    @Test
    void whatBothSidesDeclareIsInUse() {
        ServerDescription server =
                new ServerDescription(
                        Revision.LATEST,
                        json(
                                "{'capabilities':{'extensions':{'io.modelcontextprotocol/tasks':{},"
                                        + "'a/only-server':{'x':1}},'experimental':{'old':true}}}"));
        JsonNode client = Extensions.declaring(json("{}"), Era.MODERN);

        assertThat(Extensions.of(client, server))
                .extracting(Declared::id, Declared::byClient, Declared::byServer)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a/only-server", false, true),
                        org.assertj.core.groups.Tuple.tuple(Extensions.TASKS, true, true),
                        org.assertj.core.groups.Tuple.tuple(Extensions.APPS, true, false),
                        org.assertj.core.groups.Tuple.tuple("old", false, true));
    }

    @Test
    void whatIsNoObjectDeclaresNothing() {
        ServerDescription server =
                new ServerDescription(
                        Revision.LATEST,
                        json("{'capabilities':{'extensions':['x'],'experimental':7}}"));

        assertThat(Extensions.of(json("{}"), server)).isEmpty();
    }
}
