package dev.benchlight.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.ui.fx.OnFx;

import javafx.application.Application;
import javafx.scene.control.Button;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;

/// The look of the whole window, chosen by its button and by the palette.
@Timeout(600)
class ThemeSwitchTest {
    @TempDir private Path folder;
    @TempDir private Path data;

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        WindowDriver.startToolkit();
    }

    @Test
    void eachClickChangesTheLookAsTheTooltipSaidAndThePaletteKnowsEachByName() {
        try (WindowDriver window = new WindowDriver(folder, data)) {
            boolean dark = isDark();
            for (int click = 0; click < 3; click++) {
                assertThat(tooltip(window)).contains(dark ? "light" : "dark");
                window.pressId("theme");
                assertThat(isDark()).isNotEqualTo(dark);
                dark = isDark();
            }
            window.open("dark");
            assertThat(isDark()).isTrue();
            window.open("Theme: light");
            assertThat(isDark()).isFalse();
            assertThat(tooltip(window)).contains("dark");
            window.open("Theme: like the system");
        }
    }

    private static String tooltip(WindowDriver window) {
        return window.find(Button.class, node -> "theme".equals(node.getId()))
                .getTooltip()
                .getText();
    }

    private static boolean isDark() {
        return OnFx.get(() -> Application.getUserAgentStylesheet().contains("dark"));
    }
}
