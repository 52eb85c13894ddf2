package dev.benchlight.app.ui.result;

import dev.benchlight.app.ui.fx.FxBatcher;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

/// Does something once a region has been laid out: only then can what is in it take the focus.
final class WhenShown {
    private WhenShown() {}

    static void run(FxBatcher batcher, Region region, Runnable action) {
        if (region.getWidth() > 0) {
            batcher.run(action);
            return;
        }
        region.widthProperty()
                .addListener(
                        new ChangeListener<Number>() {
                            @Override
                            public void changed(
                                    ObservableValue<? extends Number> width,
                                    Number before,
                                    Number now) {
                                region.widthProperty().removeListener(this);
                                batcher.run(action);
                            }
                        });
    }
}
