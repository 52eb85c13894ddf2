package dev.benchlight.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class CommandNameTest {
    @ParameterizedTest
    @CsvSource({
        "npx -y @modelcontextprotocol/server-everything, everything",
        "npx -y @modelcontextprotocol/server-everything@1.2.3 stdio, everything",
        "cmd /c npx -y some-mcp-server, some",
        "node /home/me/weather-mcp/dist/index.js, weather",
        "node dist/index.js, node",
        "python3 -m mcp_server_git, mcp_server_git",
        "python3.12 tools/rates.py, rates",
        "uvx mcp-server-time --local-timezone Europe/Lisbon, time",
        "docker run -i --rm -e TOKEN -v /a:/b ghcr.io/github/github-mcp-server:1.2, github",
        "/opt/vendor/bin/inventory --allowed /srv/shared, inventory",
        "C:\\Tools\\inventory.exe --allowed C:\\data, inventory",
        "/usr/bin/server, server",
        "server, server"
    })
    void itIsThatOfWhatIsStarted(String line, String name) {
        List<String> words = List.of(line.split(" "));
        assertThat(CommandName.of(words.getFirst(), words.subList(1, words.size())))
                .isEqualTo(name);
    }
}
