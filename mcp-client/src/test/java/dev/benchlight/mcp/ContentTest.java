package dev.benchlight.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ContentTest {
    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'text','text':'x'} | Text",
                "{'type':'text'} | Unknown",
                "{'type':'text','text':5} | Unknown",
                "{'type':'image','data':'aa','mimeType':'image/png'} | Image",
                "{'type':'image'} | Unknown",
                "{'type':'audio','data':'aa','mimeType':'audio/wav'} | Audio",
                "{'type':'resource','resource':{'uri':'a:b','text':'x'}} | EmbeddedResource",
                "{'type':'resource'} | Unknown",
                "{'type':'resource_link','uri':'a:b','name':'n'} | ResourceLink",
                "{'type':'hologram','beam':1} | Unknown",
                "{} | Unknown",
                "42 | Unknown",
                "null | Unknown"
            })
    void everyBlockHasAViewAndKeepsItsJson(String block, String view) {
        Content content = Content.of(json(block));
        assertThat(content.getClass().getSimpleName()).isEqualTo(view);
        assertThat(content.json()).isEqualTo(json(block));
    }

    @Test
    void resultsToleratesWhatIsMissing() {
        assertThat(new ToolResult(json("{}")).content()).isEmpty();
        assertThat(new ToolResult(json("{'isError':'yes'}")).isError()).isFalse();
        assertThat(new ToolResult(json("{'structuredContent':{'a':1}}")).structuredContent())
                .contains(json("{'a':1}"));
        assertThat(new PromptResult(json("{'messages':[{'role':'user'}]}")).messages())
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.role()).isEqualTo("user");
                    assertThat(message.content()).isInstanceOf(Content.Unknown.class);
                });
        assertThat(new ReadResult(json("{'contents':[{'uri':'a:b','blob':'AA=='}]}")).contents())
                .singleElement()
                .satisfies(contents -> assertThat(contents.blob()).contains("AA=="));
    }

    @Test
    void aToolIsTitledByTitleThenAnnotationThenName() {
        assertThat(new Tool(json("{'name':'n'}")).title()).isEqualTo("n");
        assertThat(new Tool(json("{'name':'n','annotations':{'title':'a'}}")).title())
                .isEqualTo("a");
        assertThat(new Tool(json("{'name':'n','title':'t','annotations':{'title':'a'}}")).title())
                .isEqualTo("t");
    }
}
