package dev.benchlight.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import javax.imageio.ImageIO;

/// The demo server, spoken to in plain JSON-RPC over its standard input and output.
@Timeout(60)
class DemoServerTest {
    private final JsonMapper json = JsonMapper.shared();
    private final PipedOutputStream toServer = new PipedOutputStream();
    private final List<JsonNode> notifications = new ArrayList<>();
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();
    private final BufferedReader fromServer;
    private int id;

    DemoServerTest() throws IOException {
        PipedInputStream serverOutput = new PipedInputStream(1 << 20);
        fromServer =
                new BufferedReader(new InputStreamReader(serverOutput, StandardCharsets.UTF_8));
        PipedInputStream serverInput = new PipedInputStream(toServer, 1 << 16);
        PrintStream out =
                new PrintStream(new PipedOutputStream(serverOutput), true, StandardCharsets.UTF_8);
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try {
                        Demo.stdio(serverInput, out);
                        exit.complete(0);
                    } catch (InterruptedException e) {
                        exit.completeExceptionally(e);
                    }
                });
    }

    @BeforeEach
    void connect() throws IOException {
        JsonNode server =
                request(
                        "initialize",
                        """
                        {"protocolVersion":"2025-11-25","capabilities":{},
                         "clientInfo":{"name":"test","version":"0"}}\
                        """);
        assertThat(server.at("/serverInfo/name").asString()).isEqualTo("benchlight-demo");
        send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
    }

    @AfterEach
    void closedInputEndsIt() throws IOException {
        toServer.close();
        assertThat(exit.join()).isZero();
    }

    @Test
    void itsFirstToolGivesMarkdownAndAnImage() throws IOException {
        JsonNode content = call(Demo.FIRST_TOOL, "{\"city\":\"Oslo\",\"days\":3}").path("content");
        assertThat(content.at("/0/text").asString())
                .startsWith("# Weather in Oslo")
                .contains("|---");
        byte[] png = Base64.getDecoder().decode(content.at("/1/data").asString());
        var image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(640);
        assertThat(content.at("/1/mimeType").asString()).isEqualTo("image/png");
    }

    @Test
    void everyToolListedIsDescribedAndAnswers() throws IOException {
        JsonNode tools = request("tools/list", "{}").path("tools");
        assertThat(tools.size()).isEqualTo(9);
        for (JsonNode tool : tools) {
            assertThat(tool.path("description").asString()).isNotBlank();
            assertThat(tool.at("/inputSchema/type").asString()).isEqualTo("object");
        }
        assertThat(call("echo", "{\"message\":\"hi\"}").at("/content/0/text").asString())
                .isEqualTo("Echo: hi");
        assertThat(
                        call("statistics", "{\"numbers\":[1,2,6]}")
                                .at("/structuredContent/mean")
                                .asDouble())
                .isEqualTo(3);
        assertThat(call("list_notes", "{}").at("/content/1/type").asString())
                .isEqualTo("resource_link");
        assertThat(call("tone", "{}").at("/content/0/mimeType").asString()).isEqualTo("audio/wav");
        assertThat(
                        call("large_text", "{\"kilobytes\":64}")
                                .at("/content/0/text")
                                .asString()
                                .length())
                .isGreaterThanOrEqualTo(64 * 1024);
    }

    @Test
    void aToolThatFailsSaysIsError() throws IOException {
        assertThat(call("fail", "{}").path("isError").asBoolean()).isTrue();
    }

    @Test
    void theCountdownTellsItsProgress() throws IOException {
        JsonNode result =
                request(
                        "tools/call",
                        """
                        {"name":"countdown","arguments":{"steps":3,"pauseMs":0},
                         "_meta":{"progressToken":"t"}}\
                        """);
        assertThat(result.at("/content/0/text").asString()).isEqualTo("Done in 3 steps.");
        assertThat(notifications)
                .filteredOn(n -> n.path("method").asString().equals("notifications/progress"))
                .extracting(n -> n.at("/params/progress").asInt())
                .containsExactly(1, 2, 3);
    }

    @Test
    void promptsTakeTheirArguments() throws IOException {
        JsonNode prompt =
                request("prompts/get", "{\"name\":\"postcard\",\"arguments\":{\"city\":\"Rome\"}}");
        assertThat(prompt.path("messages").size()).isEqualTo(3);
        assertThat(prompt.at("/messages/0/content/text").asString()).contains("Rome");
    }

    @Test
    void aResourceChangesWhenItIsRead() throws IOException {
        String first = read("demo://visits");
        assertThat(read("demo://visits")).isNotEqualTo(first);
        assertThat(read("demo://notes/trust")).startsWith("# Trust");
        assertThat(read("demo://guide")).startsWith("# Demo server");
    }

    private String read(String uri) throws IOException {
        return request("resources/read", "{\"uri\":\"" + uri + "\"}")
                .at("/contents/0/text")
                .asString();
    }

    private JsonNode call(String tool, String arguments) throws IOException {
        return request(
                "tools/call", "{\"name\":\"%s\",\"arguments\":%s}".formatted(tool, arguments));
    }

    private JsonNode request(String method, String params) throws IOException {
        id++;
        send(
                "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\",\"params\":%s}"
                        .formatted(id, method, params.replace("\n", " ")));
        while (true) {
            JsonNode message = json.readTree(fromServer.readLine());
            if (message.path("id").asInt(-1) == id) {
                assertThat(message.has("error")).as(message.toString()).isFalse();
                return message.path("result");
            }
            notifications.add(message);
        }
    }

    private void send(String message) throws IOException {
        toServer.write((message + "\n").getBytes(StandardCharsets.UTF_8));
        toServer.flush();
    }
}
