package dev.benchlight.render.image;

import dev.benchlight.render.parts.Bar;
import dev.benchlight.render.parts.Buttons;
import dev.benchlight.render.parts.Notice;

import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.Objects;

/// An image with its bar, fitted until the user zooms. Only on the JavaFX thread.
final class ImagePane extends BorderPane {
    private static final double TALLEST = 460;

    private final DecodedImage image;
    private final Zoom zoom = new Zoom();
    private final ImageView view;
    private final StackPane stage;
    private final ScrollPane scroll;
    private final Label scale = new Label();
    private final VBox top;

    /// `note` says what is odd about the image, or is empty.
    ImagePane(DecodedImage image, String facts, String note, Runnable save) {
        this.image = image;
        view = new ImageView(image.image());
        view.setAccessibleText(facts);
        StackPane holder = new StackPane(new Checkerboard(), view);
        holder.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        stage = new StackPane(holder);
        stage.getStyleClass().add("image-stage");
        scroll = new ScrollPane(stage);
        scroll.getStyleClass().addAll("edge-to-edge", "image-scroll");
        scroll.setPannable(true);
        // So that the arrow keys move what is larger than its place.
        scroll.setFocusTraversable(true);
        scale.getStyleClass().addAll("render-facts", "image-scale");
        scale.setAccessibleText("Zoom");
        top = new VBox(bar(facts, save));
        if (!note.isEmpty()) {
            top.getChildren().add(new Notice(note));
        }
        getStyleClass().add("render-pane");
        getStylesheets()
                .add(
                        Objects.requireNonNull(ImagePane.class.getResource("image.css"))
                                .toExternalForm());
        setTop(top);
        setCenter(scroll);
        scroll.viewportBoundsProperty().addListener(_ -> show());
        scroll.addEventFilter(ScrollEvent.SCROLL, this::wheel);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        show();
    }

    private Bar bar(String facts, Runnable save) {
        return new Bar(
                facts,
                scale,
                Buttons.icon(Feather.ZOOM_OUT, "Zoom out (Ctrl+−)", () -> step(-1)),
                Buttons.icon(Feather.ZOOM_IN, "Zoom in (Ctrl++)", () -> step(1)),
                Buttons.icon(Feather.MAXIMIZE, "Fit", this::fit),
                Buttons.icon(Feather.IMAGE, "Actual size, 100 % (Ctrl+0)", this::actualSize),
                Buttons.icon(Feather.DOWNLOAD, "Save…", save));
    }

    private void wheel(ScrollEvent event) {
        if (event.isShortcutDown() && event.getDeltaY() != 0) {
            step(event.getDeltaY() > 0 ? 1 : -1);
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        if (!event.isShortcutDown()) {
            return;
        }
        KeyCode code = event.getCode();
        if (code == KeyCode.PLUS || code == KeyCode.EQUALS || code == KeyCode.ADD) {
            step(1);
        } else if (code == KeyCode.MINUS || code == KeyCode.SUBTRACT) {
            step(-1);
        } else if (code == KeyCode.DIGIT0 || code == KeyCode.NUMPAD0) {
            actualSize();
        } else {
            return;
        }
        event.consume();
    }

    private void step(int direction) {
        zoom.step(direction, fitScale());
        show();
    }

    private void fit() {
        zoom.fit();
        show();
    }

    private void actualSize() {
        zoom.set(1);
        show();
    }

    private double fitScale() {
        // The viewport shrinks by the bars that fitting makes superfluous.
        double width = scroll.getWidth() - scroll.snappedLeftInset() - scroll.snappedRightInset();
        double height = scroll.getHeight() - scroll.snappedTopInset() - scroll.snappedBottomInset();
        return Zoom.fitScale(image.width(), image.height(), width, height);
    }

    private void show() {
        double factor = zoom.factor(fitScale());
        view.setFitWidth(Math.max(1, Math.floor(image.width() * factor)));
        view.setFitHeight(Math.max(1, Math.floor(image.height() * factor)));
        view.setSmooth(factor < 2);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        boolean fits = zoom.isFit();
        scroll.setHbarPolicy(fits ? ScrollPane.ScrollBarPolicy.NEVER : asNeeded());
        scroll.setVbarPolicy(fits ? ScrollPane.ScrollBarPolicy.NEVER : asNeeded());
        scale.setText(Zoom.label(factor));
    }

    private static ScrollPane.ScrollBarPolicy asNeeded() {
        return ScrollPane.ScrollBarPolicy.AS_NEEDED;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return top.minHeight(width) + 40;
    }

    @Override
    protected double computePrefHeight(double width) {
        double factor = Zoom.fitScale(image.width(), image.height(), width, TALLEST);
        return top.prefHeight(width) + Math.max(40, Math.ceil(image.height() * factor));
    }
}
