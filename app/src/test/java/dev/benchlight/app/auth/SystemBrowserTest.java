package dev.benchlight.app.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/// How a page comes to a browser, whoever names it.
class SystemBrowserTest {
    private static final String PAGE = "https://example.com/?a=1&calc.exe|b;c`d`$(e)";

    @TempDir private Path folder;

    @Test
    void thePageIsOneArgumentOfAProgramAndNoShellSeesIt() throws IOException {
        Path opener = program("xdg-open");
        assertThat(browser("Linux").command(PAGE)).containsExactly(opener.toString(), PAGE);
        assertThat(browser("Mac OS X").command(PAGE)).containsExactly("/usr/bin/open", PAGE);
        assertThat(browser("Windows 11").command(PAGE))
                .hasSize(3)
                .endsWith(PAGE)
                .first()
                .asString()
                .endsWith("\\System32\\rundll32.exe");
    }

    @Test
    void thatThereIsNoneIsSaid() throws IOException {
        Files.createDirectory(folder.resolve("xdg-open"));
        assertThatThrownBy(() -> browser("Linux").open(URI.create("https://example.com/")))
                .isInstanceOf(IOException.class)
                .hasMessage("there is no xdg-open on the PATH");
    }

    @Test
    void anOpenerThatSaysAtOnceThatItCannotIsBelieved() throws IOException {
        Files.writeString(program("xdg-open"), "#!/bin/sh\nexit 3\n");
        assertThatThrownBy(() -> browser("Linux").open(URI.create("https://example.com/")))
                .isInstanceOf(IOException.class)
                .hasMessage("xdg-open ended with code 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "file:///etc/passwd",
                "data:text/html,x",
                "smb://example.com/share",
                "http://example.com/",
                "http://127.0.0.1.example.com/",
                "https://user@example.com/",
                "https:opaque",
                "--new-window",
                "$(calc)",
                "ms-msdt:/id"
            })
    void onlyWebPagesAreOpened(String page) {
        assertThat(WebPage.of(page)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a.test/ b", "https://a.test/\n", "https://a.test/\u0085"})
    void spacesAndControlCharactersAreRefused(String page) {
        assertThat(WebPage.of(page)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.test/x?y=%20z#w",
                "http://127.0.0.1:8080/x",
                "http://localhost/x",
                "http://[::1]:1/x"
            })
    void pagesToSignInAtAreOpenedAsTheyAre(String page) {
        assertThat(WebPage.of(page)).contains(URI.create(page));
    }

    private SystemBrowser browser(String system) {
        return new SystemBrowser(system, Map.of("PATH", "relative:" + folder));
    }

    private Path program(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
