package dev.benchlight.mcp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;

class ChildEnvironmentTest {
    @Test
    void secretsOfOursAreNotPassedOn() {
        assertThat(
                        ChildEnvironment.of(
                                Map.of(
                                        "FAKE_SECRET_KEY",
                                        "s3cret",
                                        "JAVA_TOOL_OPTIONS",
                                        "-Dx",
                                        "PATH",
                                        "/bin"),
                                Map.of()))
                .isEqualTo(Map.of("PATH", "/bin"));
    }

    @Test
    void whatTheEntryNamesIsPassedAndWins() {
        assertThat(
                        ChildEnvironment.of(
                                Map.of("HOME", "/root", "TOKEN", "ours"),
                                Map.of("HOME", "/srv", "TOKEN", "theirs")))
                .isEqualTo(Map.of("HOME", "/srv", "TOKEN", "theirs"));
    }

    @Test
    void localesAndWindowsNamesOfAnyCaseArePassedOn() {
        Map<String, String> ours =
                Map.of("LC_ALL", "C.UTF-8", "Path", "C:\\bin", "SystemRoot", "C:\\Windows");
        assertThat(ChildEnvironment.of(ours, Map.of())).isEqualTo(ours);
    }
}
