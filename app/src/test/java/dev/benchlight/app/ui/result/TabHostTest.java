package dev.benchlight.app.ui.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.fx.OnFx;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class TabHostTest {
    private final QuietServices services = new QuietServices();
    private final TabHost host = new TabHost(services.on(new FxBatcher()), "demo");

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    private void open(String target) {
        OnFx.get(() -> {
            host.openLink(target);
            return target;
        });
    }

    @Test
    void aLinkIsOpenedOnlyAfterItsRealTargetWasShownAndAgreedTo() throws Exception {
        services.agree(false);
        open("https://example.test/a?b=c");
        assertThat(services.shown()).containsExactly("Open link: https://example.test/a?b=c");
        assertThat(services.told()).isEmpty();
        services.agree(true);
        open("https://example.test/ü");
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !services.told().isEmpty());
        assertThat(services.told()).containsExactly("browse https://example.test/%C3%BC");
    }

    @Test
    void whatIsNotOfTheWebIsNeverOpened() {
        services.agree(true);
        open("javascript:alert(1)");
        open("file:///etc/passwd");
        open("mailto:a@b.test");
        assertThat(services.shown())
                .containsExactly(
                        "Link not opened: javascript:alert(1)",
                        "Link not opened: file:///etc/passwd",
                        "Link not opened: mailto:a@b.test");
        assertThat(services.told()).isEmpty();
    }
}
