package dev.benchlight.app.ui.fx;

import org.testfx.util.WaitForAsyncUtils;

import java.util.concurrent.Callable;

/// Looks at the scene on the JavaFX thread, where it does not change meanwhile.
public final class OnFx {
    private OnFx() {}

    public static <T> T get(Callable<T> look) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, look);
    }
}
