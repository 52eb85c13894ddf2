package dev.benchlight.render.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.render.RecordingHost;
import dev.benchlight.render.RenderInput;
import dev.benchlight.render.Rendering;
import dev.benchlight.render.Screen;
import dev.benchlight.render.markdown.MarkdownParserTest.Hostile;

import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class MarkdownSafetyTest {
    private static final String TEMPTATIONS =
            """
            ![inline](URL/1.png "title") ![reference][pic] ![collapsed][] ![short]

            [link](URL/2) [reference][site] <URL/3> URL/4 www.localhost.test

            <img src="URL/5.png"> text <img src=URL/6.png onerror="fetch('URL/7')">

            <link rel="prefetch" href="URL/8"><script src="URL/9.js"></script>
            <iframe src="URL/10"></iframe><video src="URL/11" autoplay></video>

            ![svg](data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=)
            ![upper](HTTP://LOCAL/12.png) ![relative](//LOCAL/13.png) ![file](file:///LOCAL/14.png)

            ```html
            <img src="URL/15.png">
            ```

            | ![cell](URL/16.png) |
            |---|
            | [x](URL/17) |

            - ![item](URL/18.png)

            > ![quote](URL/19.png)

            <style>@import "URL/20.css"; body { background: url(URL/21.png) }</style>

            [pic]: URL/22.png
            [site]: URL/23
            [collapsed]: URL/24.png
            [short]: URL/25.png
            """;

    /// Those with the most nodes; the weight of every other document's cells is tested unseen.
    private static final Set<Hostile> HEAVIEST =
            EnumSet.of(
                    Hostile.LISTS,
                    Hostile.LONG_QUOTE,
                    Hostile.DEEP_LINES,
                    Hostile.INVISIBLE,
                    Hostile.LINKS,
                    Hostile.PICTURES,
                    Hostile.CODES,
                    Hostile.WIDE_TABLE,
                    Hostile.LONG_CODE);

    private final RecordingHost host = new RecordingHost();
    private Screen screen;

    @Start
    void start(Stage stage) {
        screen = new Screen(stage, 700, 900);
    }

    private Rendering rendering(String markdown) throws InterruptedException {
        return new MarkdownRenderer()
                .render(new RenderInput.Text("x", "text/markdown", markdown), host);
    }

    @Test
    void nothingIsFetchedWhileHostileMarkdownIsRendered(FxRobot robot) throws Exception {
        try (ServerSocket canary = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            BlockingQueue<Integer> visitors = new LinkedBlockingQueue<>();
            Thread.ofVirtual().start(() -> listen(canary, visitors));
            String local = "127.0.0.1:" + canary.getLocalPort();
            Rendering rendering =
                    rendering(
                            TEMPTATIONS.replace("URL", "http://" + local).replace("LOCAL", local));
            screen.show(robot, rendering);
            ListView<?> list = robot.lookup(".markdown").query();
            robot.interact(() -> list.scrollTo(list.getItems().size() - 1));
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(screen.texts()).contains("Load once");
            // Our own visit comes after any other, and shows that the canary is alive.
            try (Socket own = new Socket(canary.getInetAddress(), canary.getLocalPort())) {
                assertThat(visitors.take()).isEqualTo(own.getLocalPort());
            }
            assertThat(visitors).isEmpty();
            assertThat(host.asked()).isEmpty();
        }
    }

    private static void listen(ServerSocket canary, BlockingQueue<Integer> visitors) {
        try {
            while (true) {
                try (Socket visitor = canary.accept()) {
                    visitors.add(visitor.getPort());
                }
            }
        } catch (IOException _) {
            // The test is over.
        }
    }

    @Test
    void hostileDocumentsAreBuiltInCellsOfBoundedSize(FxRobot robot) throws Exception {
        for (Hostile hostile : HEAVIEST) {
            Rendering rendering = rendering(hostile.text());
            screen.show(robot, rendering);
            for (Node cell : robot.lookup(".list-cell").queryAll()) {
                assertThat(Screen.nodes(cell)).as(hostile.name()).isLessThan(600);
            }
            assertThat(Screen.nodes(screen.scene().getRoot())).as(hostile.name()).isLessThan(4_000);
        }
    }
}
