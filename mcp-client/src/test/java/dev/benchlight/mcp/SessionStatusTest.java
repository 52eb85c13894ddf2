package dev.benchlight.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.mcp.wire.ServerConfig;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The states of a session, and what may change them.
class SessionStatusTest {
    private static final ServerDescription SERVER =
            new ServerDescription(
                    Revision.LATEST_LEGACY, json("{\"capabilities\":{\"tools\":{}}}"));
    private static final Problem PROBLEM = Problem.of("gone", Layer.PROCESS, "it went away");

    private final List<String> told = new ArrayList<>();
    private final SessionStatus status = status(ClientHandlers.NONE);

    private static JsonNode json(String json) {
        return JsonMapper.shared().readTree(json);
    }

    private SessionStatus status(ClientHandlers handlers) {
        return new SessionStatus(
                new ServerConfig.Stdio("s", "none", List.of(), Map.of(), null),
                handlers,
                new SessionListener() {
                    @Override
                    public void stateChanged(SessionState state) {
                        told.add(state.getClass().getSimpleName());
                    }
                });
    }

    @Test
    void eachChangeIsToldOnce() {
        status.connecting("initialize");
        status.connecting("initialize");
        status.ready(SERVER);
        status.ready(SERVER);
        status.closed();
        status.closed();
        assertThat(told).containsExactly("Connecting", "Ready", "Closed");
    }

    @Test
    void changesAreToldInTheirOrderThoughTheListenerIsSlow() throws Exception {
        CountDownLatch hearing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        List<String> heard = new CopyOnWriteArrayList<>();
        SessionStatus slow =
                new SessionStatus(
                        new ServerConfig.Stdio("s", "none", List.of(), Map.of(), null),
                        ClientHandlers.NONE,
                        new SessionListener() {
                            @Override
                            public void stateChanged(SessionState state) {
                                hearing.countDown();
                                assertThat(awaited(goOn)).isTrue();
                                heard.add(state.getClass().getSimpleName());
                            }
                        });
        Thread first = Thread.ofVirtual().start(() -> slow.ready(SERVER));
        assertThat(awaited(hearing)).isTrue();
        Thread second = Thread.ofVirtual().start(() -> slow.failed("connected", PROBLEM));
        Await.until("failed", () -> slow.state() instanceof SessionState.Failed);
        goOn.countDown();
        first.join();
        second.join();
        assertThat(heard).containsExactly("Ready", "Failed");
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatIsOverStaysOver() {
        status.failed("initialize", PROBLEM);
        status.ready(SERVER);
        status.closed();
        status.connecting("again");
        assertThat(status.state()).isEqualTo(new SessionState.Failed("initialize", PROBLEM));

        SessionStatus closed = status(ClientHandlers.NONE);
        closed.closed();
        closed.closed(PROBLEM);
        assertThat(closed.state()).isEqualTo(new SessionState.Closed());
    }

    @Test
    void theEndOfTheConnectionNamesTheStepItCameIn() {
        List<String> ended = new ArrayList<>();
        status.whenEnded(() -> ended.add("ended"));
        status.connecting("starting the process");
        status.closed(PROBLEM);
        assertThat(status.state())
                .isEqualTo(new SessionState.Failed("starting the process", PROBLEM));

        SessionStatus ready = status(ClientHandlers.NONE);
        ready.whenEnded(() -> ended.add("ended"));
        ready.ready(SERVER);
        ready.closed(PROBLEM);
        assertThat(ready.state()).isEqualTo(new SessionState.Failed("connected", PROBLEM));
        assertThat(ended).hasSize(2);
    }

    @Test
    void aWarningDegradesWhatIsReadyByTheFirstOfItsCode() {
        status.ready(SERVER);
        status.warning("stdout-noise", "lines are no messages", "hello");
        status.warning("stdout-noise", "lines are no messages", "again");
        status.warning("dup-keys", "a key stands twice", "a");
        assertThat(status.state())
                .isInstanceOfSatisfying(
                        SessionState.Degraded.class,
                        degraded ->
                                assertThat(degraded.problem().message())
                                        .isEqualTo("lines are no messages"));
        assertThat(status.warnings())
                .containsExactly(
                        new Warning(
                                "stdout-noise",
                                "lines are no messages",
                                2,
                                List.of("hello", "again")),
                        new Warning("dup-keys", "a key stands twice", 1, List.of("a")));
    }

    @Test
    void aWarningFromBeforeTheHandshakeDegradesAfterIt() {
        status.connecting("initialize");
        status.warning("stdout-noise", "lines are no messages", "hello");
        assertThat(status.state()).isInstanceOf(SessionState.Connecting.class);
        status.ready(SERVER);
        assertThat(told).containsExactly("Connecting", "Ready", "Degraded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bom", "glued-messages", "process-left"})
    void whatDoesNoHarmIsWarnedOfAndDegradesNothing(String code) {
        status.warning(code, "harmless", "x");
        status.ready(SERVER);
        status.warning(code, "harmless", "y");
        assertThat(status.state()).isInstanceOf(SessionState.Ready.class);
        assertThat(status.warnings()).extracting(Warning::count).containsExactly(2L);
    }

    @Test
    void aCapabilityIsUnknownUntilTheServerDeclaredItsOwn() {
        assertThat(status.offers("prompts")).isTrue();
        status.ready(SERVER);
        assertThat(status.offers("tools")).isTrue();
        assertThat(status.offers("prompts")).isFalse();
        status.warning("stdout-noise", "m", "s");
        assertThat(status.offers("tools")).isTrue();
        assertThat(status.offers("prompts")).isFalse();
    }
}
