package dev.benchlight.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.connections.Connections;
import dev.benchlight.app.connections.Entries;
import dev.benchlight.app.connections.McpConnection;
import dev.benchlight.app.ui.fx.OnFx;
import dev.benchlight.app.ui.settings.JsonFile;
import dev.benchlight.app.ui.settings.SaveTroubles;
import dev.benchlight.app.ui.workbench.Place;
import dev.benchlight.app.ui.workbench.TabContent;
import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.mcp.Await;
import dev.benchlight.trace.TraceRecorder;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;

/// The open tabs while servers come and go.
class TabAreaTest {
    @TempDir private Path folder;
    private final SaveTroubles troubles = new SaveTroubles();
    private final Connections connections =
            new Connections(ServerEntry::config, Entries.sessions(TraceRecorder.NONE));
    private final List<Typed> opened = new CopyOnWriteArrayList<>();
    private @Nullable JsonFile file;

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        WindowDriver.startToolkit();
    }

    @AfterEach
    void finishWriting() {
        Objects.requireNonNull(file).flush();
        connections.close();
    }

    @Test
    void whatWasTypedComesBackWithAServerThatWasAwayForAMoment() {
        McpConnection files = add("files");
        add("git");
        TabArea area = area(List.of());
        open(area, "git", "status");
        open(area, "files", "read");
        open(area, "git", "log");
        type("read", "{\"path\": \"/et");
        run(() -> area.step(-1));

        run(() -> connections.remove(files));
        assertThat(names()).containsExactly("status", "log");
        assertThat(last("read").closed).isTrue();
        type("log", "{\"n\": 5}");
        keptAre("status:", "read:{\"path\": \"/et", "log:{\"n\": 5}");

        run(() -> add("files"));
        assertThat(last("read").text.get()).isEqualTo("{\"path\": \"/et");
        type("read", "{\"path\": \"/etc\"}");
        keptAre("status:", "read:{\"path\": \"/etc\"}", "log:{\"n\": 5}");
    }

    @Test
    void theTabInFrontIsInFrontAgainUnlessTheUserWentOnElsewhere() {
        McpConnection files = add("files");
        add("git");
        TabArea area = area(List.of());
        open(area, "git", "status");
        open(area, "git", "log");
        open(area, "files", "read");

        run(() -> connections.remove(files));
        McpConnection again = OnFx.get(() -> add("files"));
        assertThat(inFront()).isEqualTo("read");

        run(() -> connections.remove(again));
        run(() -> area.step(1));
        String chosen = inFront();
        run(() -> add("files"));
        assertThat(inFront()).isEqualTo(chosen);
    }

    @Test
    void whatWasTypedOutlivesARestartWhileItsServerIsAway() {
        List<SavedTab> before =
                List.of(
                        new SavedTab(new Place.ToolPlace("git", "status"), "", false),
                        new SavedTab(new Place.ToolPlace("files", "read"), "half a wo", true));
        add("git");
        area(before);
        assertThat(names()).containsExactly("status");
        keptAre("status:", "read:half a wo");

        run(() -> add("files"));
        assertThat(last("read").text.get()).isEqualTo("half a wo");
        assertThat(inFront()).isEqualTo("read");
    }

    @Test
    void tabsOfAServerTheUserRemovedDoNotComeBack() {
        McpConnection files = add("files");
        TabArea area = area(List.of());
        open(area, "files", "read");
        type("read", "typed");
        keptAre("read:typed");

        run(() -> {
            area.forget(files);
            connections.remove(files);
        });
        keptAre();
        run(() -> add("files"));

        assertThat(opened).hasSize(1);
        assertThat(last("read").closed).isTrue();
    }

    @Test
    void aDraftOfFiveMegabytesIsOnTheDiskAfterManyKeysAndNoKeyWritesIt() {
        add("files");
        TabArea area = area(List.of());
        open(area, "files", "write");
        String large = "x".repeat(5 << 20);
        for (int i = 0; i < 100; i++) {
            type("write", large + i);
        }

        Await.until("the last key", () -> kept().equals(List.of("write:" + large + "99")));
    }

    private McpConnection add(String name) {
        return connections.add(
                new ServerEntry(
                        Entries.stdio(name, "none", List.of()),
                        folder.resolve(name + ".yaml"),
                        ServerEntry.Origin.FILE));
    }

    private TabArea area(List<SavedTab> saved) {
        return OnFx.get(() -> {
            file = new JsonFile(folder.resolve("tabs.json"), troubles);
            EmptyState empty = new EmptyState(() -> {}, () -> {}, () -> {});
            TabArea area = new TabArea(connections, this::content, file, empty);
            area.restore(saved);
            return area;
        });
    }

    private TabContent content(Connection connection, Place place, String draft) {
        Typed content = new Typed(place.name(), draft);
        opened.add(content);
        return content;
    }

    private static void run(Runnable action) {
        OnFx.get(() -> {
            action.run();
            return true;
        });
    }

    private static void open(TabArea area, String server, String tool) {
        run(() -> area.open(new Place.ToolPlace(server, tool), ""));
    }

    private void type(String tool, String text) {
        run(() -> last(tool).text.set(text));
    }

    private Typed last(String tool) {
        return opened.stream()
                .filter(content -> content.name.equals(tool))
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    /// The tabs that are open, in the order they were opened.
    private List<String> names() {
        return opened.stream().filter(c -> !c.closed).map(c -> c.name).toList();
    }

    private String inFront() {
        Objects.requireNonNull(file).flush();
        return saved().stream()
                .filter(SavedTab::selected)
                .map(tab -> tab.place().name())
                .findFirst()
                .orElseThrow();
    }

    private void keptAre(String... nameAndText) {
        Await.until("kept " + List.of(nameAndText), () -> kept().equals(List.of(nameAndText)));
    }

    private List<String> kept() {
        return saved().stream().map(tab -> tab.place().name() + ":" + tab.text()).toList();
    }

    private List<SavedTab> saved() {
        return SavedTab.read(new JsonFile(folder.resolve("tabs.json"), troubles).load()).tabs();
    }

    /// What one tab shows: nothing, but it can be typed into.
    private static final class Typed implements TabContent {
        private final String name;
        private final ReadOnlyStringWrapper text;
        private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
        private final Region node = new Region();
        private volatile boolean closed;

        Typed(String name, String text) {
            this.name = name;
            this.text = new ReadOnlyStringWrapper(Objects.requireNonNull(text));
        }

        @Override
        public String title() {
            return name;
        }

        @Override
        public Node node() {
            return node;
        }

        @Override
        public ReadOnlyBooleanProperty runningProperty() {
            return running.getReadOnlyProperty();
        }

        @Override
        public ReadOnlyStringProperty draftProperty() {
            return text.getReadOnlyProperty();
        }

        @Override
        public void run() {}

        @Override
        public void focus() {}

        @Override
        public void close() {
            closed = true;
        }
    }
}
