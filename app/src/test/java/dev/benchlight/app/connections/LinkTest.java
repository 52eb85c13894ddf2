package dev.benchlight.app.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.mcp.Await;
import dev.benchlight.mcp.ScriptedWire;
import dev.benchlight.mcp.Tool;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/// When a server's lists are asked for, by a clock that the test holds.
class LinkTest {
    private final AtomicInteger rests = new AtomicInteger();
    private final Semaphore seconds = new Semaphore(0);
    private final ScriptedWire wire =
            new ScriptedWire((w, sent) -> {
                if (sent.method().endsWith("/list")) {
                    w.result(sent, "{\"tools\":[{\"name\":\"echo\"}]}");
                }
            });
    private final Link link =
            new Link(
                    new ServerEntry(
                            Entries.stdio("scripted", "none", List.of()),
                            null,
                            ServerEntry.Origin.BUILT_IN),
                    ServerEntry::config,
                    Entries.scripted(wire),
                    () -> {},
                    (method, params) -> {},
                    _ -> {},
                    ended -> rest());

    @AfterEach
    void close() {
        seconds.release(1_000);
        link.close();
    }

    @Test
    void aStormOfChangesIsListedOnceASecond() {
        link.start();
        awaitRest(1);
        assertThat(lists()).isEqualTo(4);

        changes(1_000);
        assertThat(lists()).isEqualTo(4);
        seconds.release();
        awaitRest(2);
        assertThat(lists()).isEqualTo(5);

        changes(1_000);
        changes(1_000);
        seconds.release();
        awaitRest(3);
        assertThat(lists()).isEqualTo(6);
        assertThat(link.catalogue().tools().items()).extracting(Tool::name).containsExactly("echo");
    }

    @Test
    void whatDidNotChangeIsNotListedAgain() {
        link.start();
        awaitRest(1);
        seconds.release(5);
        wire.say("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\",\"params\":{}}");
        changes(1);
        awaitRest(2);
        assertThat(lists()).isEqualTo(5);
    }

    private void rest() throws InterruptedException {
        rests.incrementAndGet();
        seconds.acquire();
    }

    private void awaitRest(int number) {
        Await.until("rest " + number, () -> rests.get() == number);
    }

    private void changes(int count) {
        for (int i = 0; i < count; i++) {
            wire.say("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/tools/list_changed\"}");
        }
    }

    private long lists() {
        return wire.sent().stream().filter(sent -> sent.method().endsWith("/list")).count();
    }
}
