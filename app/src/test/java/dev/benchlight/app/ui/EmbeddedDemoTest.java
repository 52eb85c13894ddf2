package dev.benchlight.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.connections.Connections;
import dev.benchlight.app.connections.Entries;
import dev.benchlight.app.connections.McpConnection;
import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.trace.TraceRecorder;

import org.junit.jupiter.api.Test;

import java.util.List;

class EmbeddedDemoTest {
    private final Connections connections =
            new Connections(ServerEntry::config, Entries.sessions(TraceRecorder.NONE));
    private final EmbeddedDemo demo = new EmbeddedDemo(connections);

    @Test
    void itIsCalledDemoWhereNothingElseIs() {
        McpConnection connection = demo.connection();

        assertThat(connection.entry().name()).isEqualTo("demo");
        assertThat(demo.connection()).isSameAs(connection);
        assertThat(connections.all()).containsExactly(connection);
    }

    @Test
    void aServerOfTheWorkspaceWithItsNameIsNotTakenForIt() {
        McpConnection own = addOwn("demo");
        McpConnection connection = demo.connection();

        assertThat(connection).isNotSameAs(own);
        assertThat(connection.entry().name()).isEqualTo(EmbeddedDemo.OTHER_NAME);
        assertThat(demo.is(connection.entry())).isTrue();
        assertThat(demo.is(own.entry())).isFalse();
    }

    @Test
    void aTabOfItsBringsItBackUnderTheNameItHad() {
        addOwn("demo");
        demo.provide("demo");
        demo.provide("another");
        assertThat(connections.all()).hasSize(1);

        demo.provide(EmbeddedDemo.OTHER_NAME);
        assertThat(connections.all()).hasSize(2);
        assertThat(demo.connection().entry().name()).isEqualTo(EmbeddedDemo.OTHER_NAME);
    }

    private McpConnection addOwn(String name) {
        return connections.add(
                new ServerEntry(
                        Entries.stdio(name, "own", List.of()), null, ServerEntry.Origin.FILE));
    }
}
