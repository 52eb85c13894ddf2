package dev.benchlight.app.ui.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.fx.OnFx;
import dev.benchlight.render.Screen;

import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;

import javax.imageio.ImageIO;

/// Icons of a server: what is drawn, and that nothing else is.
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class ServerIconsTest {
    private final ArrayNode icons = JsonNodeFactory.instance.arrayNode();
    private ServerIcons drawing;

    @Start
    void start(Stage stage) {
        drawing = new ServerIcons(new FxBatcher());
    }

    private void icon(String source) {
        icons.addObject().put("src", source);
    }

    private static String png(int side, String mediaType) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(side, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return "data:"
                + mediaType
                + ";base64,"
                + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private Fact fact() {
        return OnFx.get(() -> drawing.of(icons));
    }

    private static boolean isDrawn(Node room) {
        return OnFx.get(() ->
                ((StackPane) room).getChildren().getFirst() instanceof ImageView view
                        && view.getImage() != null);
    }

    @Test
    void onlySmallPicturesThatAreWhatTheySayAreDrawn() throws Exception {
        icon(png(16, "image/png"));
        icon(png(2_000, "image/png"));
        icon(png(16, "image/webp"));
        icon("data:image/svg+xml;base64,PHN2Zz48c2NyaXB0Lz48L3N2Zz4=");
        icon("data:image/png;base64,!!!");
        List<Node> drawn = fact().actions();
        assertThat(drawn).hasSize(5);
        Screen.await(() -> isDrawn(drawn.getFirst()));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(drawn.subList(1, 5)).noneMatch(ServerIconsTest::isDrawn);
        assertThat(fact()).as("the same for the same icons").isSameAs(fact());
    }

    @Test
    void whatStandsElsewhereIsToldOfAndNotFetched() {
        icon("https://icons.test/a\u202e.png");
        icon("http://169.254.169.254/latest");
        icon("javascript:alert(1)");
        icon("data:image/png;base64," + "A".repeat(400_000));
        icon("");
        assertThat(fact().actions()).isEmpty();
        assertThat(fact().text().lines())
                .containsExactly(
                        "not fetched: https://icons.test/a⟦U+202E⟧.png",
                        "not allowed, only https and data are: http://169.254.169.254/latest",
                        "not allowed, only https and data are: javascript:alert(1)",
                        "not drawn: no Base64, or more than 256 KiB",
                        "not allowed, only https and data are: ");
    }
}
