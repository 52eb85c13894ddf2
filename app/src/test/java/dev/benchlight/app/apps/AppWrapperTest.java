package dev.benchlight.app.apps;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

class AppWrapperTest {
    @TempDir Path folder;

    private static String wrapped(String html) {
        return AppWrapper.of(
                new AppPage(
                        "ui://a/\"><script>",
                        "text/html;profile=mcp-app",
                        html,
                        JsonMapper.shared()
                                .readTree(
                                        "{\"csp\":{\"connectDomains\":[\"https://a.example\"]}}")));
    }

    @Test
    void thePageIsAFrameThatMayOnlyRunScriptsUnderThePolicy() {
        assertThat(wrapped("<p class=\"x\">&amp;</p>"))
                .isEqualTo(
                        """
                        <!doctype html>
                        <html lang="en">
                        <head>
                        <meta charset="utf-8">
                        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; media-src data:; font-src 'none'; connect-src https://a.example; frame-src 'none'; base-uri 'none'; form-action 'none'; object-src 'none'; webrtc 'block'">
                        <meta name="referrer" content="no-referrer">
                        <meta http-equiv="x-dns-prefetch-control" content="off">
                        <title>App ui://a/&quot;&gt;&lt;script&gt;</title>
                        <style>html, body { margin: 0; height: 100%; } iframe { border: 0; display: block; width: 100%; height: 100%; }</style>
                        </head>
                        <body>
                        <iframe sandbox="allow-scripts" allow="" referrerpolicy="no-referrer" title="App" srcdoc="&lt;p class=&quot;x&quot;&gt;&amp;amp;&lt;/p&gt;"></iframe>
                        </body>
                        </html>
                        """);
    }

    @Test
    void noPageGetsOutOfItsAttribute() {
        String page = wrapped("\"></iframe><script>alert(1)</script><iframe srcdoc=\"");

        assertThat(page).containsOnlyOnce("<iframe").containsOnlyOnce("</iframe>");
        assertThat(page).doesNotContain("<script");
    }

    @Test
    void itsFileIsForTheUserAloneAndGoesWithTheProgram() throws IOException {
        PageFiles files = new PageFiles(folder.resolve("temp"));
        Path old = files.write("old");
        PageFiles next = new PageFiles(folder.resolve("temp"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        Path file = next.write("ä");

        assertThat(file).hasContent("ä");
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("temp")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(old).doesNotExist();
        next.clear();
        try (Stream<Path> left = Files.list(folder.resolve("temp"))) {
            assertThat(left).isEmpty();
        }
    }
}
