package dev.benchlight.mcp.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.benchlight.mcp.Await;
import dev.benchlight.mcp.EventLog;
import dev.benchlight.trace.Channel;
import dev.benchlight.trace.Direction;
import dev.benchlight.trace.Frame;
import dev.benchlight.trace.SpanId;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The pipes of real processes, each a few words of shell.
@DisabledOnOs(OS.WINDOWS)
class StdioWireTest {
    private static final Limits LIMITS = new Limits(1 << 20, 2 << 20, 500, 1_000, 1, 1, 1, 4_096);
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final String LARGE = "\"" + "y".repeat(400_000) + "\"";

    private final WireLog log = new WireLog();
    private final EventLog events = new EventLog();
    private final RegisterLog register = new RegisterLog();
    private Optional<StdioWire> open = Optional.empty();
    @TempDir private Path folder;

    @AfterEach
    void close() {
        open.ifPresent(wire -> assertThat(wire.close(Duration.ZERO)).isEmpty());
    }

    private StdioWire wire(ServerConfig.Stdio config) {
        StdioWire wire = new StdioWire(config, LIMITS, events, register, "c");
        open = Optional.of(wire);
        return wire;
    }

    private static ServerConfig.Stdio shell(String script, String... arguments) {
        List<String> all = new ArrayList<>(List.of("-c", script, "sh"));
        all.addAll(List.of(arguments));
        return new ServerConfig.Stdio("s", "sh", all, Map.of("NAMED", "by the entry"), null);
    }

    private StdioWire started(String script, String... arguments) {
        StdioWire wire = wire(shell(script, arguments));
        assertThat(wire.open(log)).isEmpty();
        return wire;
    }

    private static WireMessage message(String json) {
        return new WireMessage(
                WireMessage.Kind.REQUEST, SpanId.random(), "m", "", json.getBytes(UTF_8));
    }

    private static WireMessage notification(String json) {
        return new WireMessage(
                WireMessage.Kind.NOTIFICATION, SpanId.random(), "n", "", json.getBytes(UTF_8));
    }

    private void awaitTold(int lines) {
        Await.until(lines + " lines", () -> log.told().size() >= lines);
    }

    private WireFault closed() {
        Await.until("closed", () -> !log.faults().isEmpty());
        return log.faults().getLast();
    }

    private List<Long> offsets(Direction direction) {
        return events.frames().stream()
                .filter(frame -> frame.direction() == direction)
                .map(Frame::offset)
                .toList();
    }

    @Test
    void messagesGoOutAndComeBackInOrderWithTheirOffsets() {
        StdioWire wire = started("cat");
        for (int i = 0; i < 3; i++) {
            wire.send(message("{\"a\":" + i + "}"));
        }
        awaitTold(3);
        assertThat(log.told())
                .extracting(line -> line.substring(line.indexOf(' ') + 1))
                .containsExactly("{\"a\":0}", "{\"a\":1}", "{\"a\":2}");
        assertThat(offsets(Direction.SENT)).containsExactly(0L, 8L, 16L);
        assertThat(offsets(Direction.RECEIVED)).containsExactly(0L, 8L, 16L);
    }

    @Test
    void manyMessagesLargerThanAnyPipeDoNotBlockTheSender() {
        StdioWire wire = started("cat");
        String large = "{\"x\":\"" + "y".repeat(300_000) + "\"}";
        for (int i = 0; i < 5; i++) {
            wire.send(message(large));
        }
        awaitTold(5);
        assertThat(log.told()).allMatch(line -> line.endsWith(large));
    }

    @Test
    void aServerThatReadsNothingIsSentNoMoreThanTheLimit() throws Exception {
        StdioWire wire = started("exec sleep 600");
        for (int i = 0; i < 6; i++) {
            wire.send(message(LARGE));
        }
        WireFault fault = log.nextEnd().orElseThrow();
        assertThat(fault.code()).isEqualTo("input-blocked");
        assertThat(fault.message()).isEqualTo("the server does not read its standard input");
    }

    @Test
    void aServerThatClosesItsInputAndStaysIsNamed() {
        StdioWire wire = started("exec 0<&-; exec sleep 600");
        Await.until(
                "refused",
                () -> {
                    wire.send(message("{}"));
                    return !log.faults().isEmpty();
                });
        assertThat(closed().code()).isEqualTo("stdin-closed");
    }

    @Test
    void aServerThatClosesItsOutputAndStaysIsNamed() {
        started("echo ready >&2; exec 1>&-; exec sleep 600");
        WireFault fault = closed();
        assertThat(fault.code()).isEqualTo("stdout-closed");
        assertThat(fault.message()).isEqualTo("the server closed its standard output");
    }

    @ParameterizedTest
    @CsvSource({
        "exit 7, the server exited with code 7",
        "exit 0, the server exited with code 0",
        "kill -9 $$, the server exited with code 137 (SIGKILL)",
        "kill -15 $$, the server exited with code 143 (SIGTERM)",
        "printf '{\"a'; exit 1, 'the server exited with code 1, in the middle of a message,'"
    })
    void theEndOfTheProcessIsToldOnceWithItsCodeAndLastWords(String end, String message) {
        started("echo one >&2; echo two >&2; " + end.replace('"', ' '));
        WireFault fault = closed();
        assertThat(fault.message()).isEqualTo(message);
        assertThat(fault.hint()).isEqualTo("the last line on standard error was: two");
        assertThat(String.valueOf(fault.details())).contains("\"stderr\":[\"one\",\"two\"]");
        assertThat(log.told()).filteredOn(line -> line.startsWith("closed")).hasSize(1);
    }

    @Test
    void theEndIsNoticedThoughAChildKeepsThePipesOpen() {
        started("sleep 600 & exit 3");
        assertThat(closed().message()).isEqualTo("the server exited with code 3");
    }

    @Test
    void aLastMessageWithoutALineEndIsTakenBeforeTheEnd() {
        started("printf '{\"a\":1}'");
        closed();
        assertThat(log.told()).containsExactly("1 {\"a\":1}", "closed server-exited");
    }

    @Test
    void whatHasNoLineEndYetIsKnown() {
        StdioWire wire = started("printf '{}\\n{\"a\":1}\\r'; read go; printf '\\n'; cat");
        Await.until("eight bytes wait", () -> wire.unfinished() == 8);
        wire.send(message("go"));
        awaitTold(2);
        Await.until("nothing waits", () -> wire.unfinished() == 0);
        assertThat(log.told()).containsExactly("1 {}", "3 {\"a\":1}");
    }

    @Test
    void aLongLineOfStandardErrorIsCutAndTheNextIsWhole() {
        started("head -c 200000 /dev/zero | tr '\\0' x >&2; echo >&2; echo end >&2; cat");
        awaitTold(2);
        assertThat(log.told().getFirst()).hasSize("stderr ".length() + 4_096);
        assertThat(log.told().getLast()).isEqualTo("stderr end");
        Frame cut = events.frames().getFirst();
        assertThat(cut.channel()).isEqualTo(Channel.STDERR);
        assertThat(cut.length()).isEqualTo(200_000);
        assertThat(cut.truncated()).isTrue();
    }

    @Test
    void argumentsArriveAsTheyAreAndNoShellSeesThem() {
        started("printf '%s\\n' \"$@\"", "a b", "$(touch pwned)", "*", "\"", "");
        closed();
        assertThat(log.told().subList(0, 4))
                .extracting(line -> line.substring(line.indexOf(' ') + 1))
                .containsExactly("a b", "$(touch pwned)", "*", "\"");
    }

    @Test
    void theServerSeesItsOwnVariablesAndOnlyHarmlessOnesOfOurs() {
        started("env");
        closed();
        Set<String> names = new TreeSet<>();
        for (Frame frame : events.frames()) {
            names.add(frame.text().split("=", 2)[0]);
        }
        assertThat(names).contains("PATH", "NAMED");
        Set<String> ours = new TreeSet<>(System.getenv().keySet());
        ours.removeAll(ChildEnvironment.of(System.getenv(), Map.of()).keySet());
        // What a shell sets for itself.
        ours.removeAll(Set.of("PWD", "OLDPWD", "SHLVL", "_"));
        assertThat(names).doesNotContainAnyElementsOf(ours);
    }

    @Test
    void noVariableOfAnEntryTakesThePlaceOfTheMark() {
        Map<String, String> variables = Map.of(ServerMark.VARIABLE, "mine");
        wire(new ServerConfig.Stdio(
                        "s",
                        "sh",
                        List.of("-c", "echo \"$" + ServerMark.VARIABLE + "\""),
                        variables,
                        null))
                .open(log);
        closed();
        assertThat(log.told().getFirst()).matches("1 [0-9a-f-]{36}");
    }

    @Test
    void theServerStartsInItsFolder() throws IOException {
        Path real = folder.toRealPath();
        wire(new ServerConfig.Stdio("s", "pwd", List.of(), Map.of(), real)).open(log);
        closed();
        assertThat(log.told().getFirst()).isEqualTo("1 " + real);
    }

    @Test
    void whatCannotBeStartedIsNamedBeforeAnythingRuns() throws IOException {
        Path plain = Files.writeString(folder.resolve("plain.txt"), "no program");
        assertThat(refusal("no-such-command-at-all", null).message())
                .isEqualTo("the command \"no-such-command-at-all\" was not found");
        assertThat(refusal(plain.toString(), null).code()).isEqualTo("command-not-found");
        assertThat(refusal("sh", folder.resolve("gone")).message())
                .startsWith("the working folder ")
                .endsWith("gone does not exist");
        assertThat(events.frames()).isEmpty();
    }

    private WireFault refusal(String command, @Nullable Path directory) {
        ServerConfig.Stdio config =
                new ServerConfig.Stdio("s", command, List.of(), Map.of(), directory);
        return new StdioWire(config, LIMITS, events, register, "c").open(log).orElseThrow();
    }

    @Test
    void aServerThatEndsWithItsInputIsNotAskedTwice() throws IOException {
        Path mark = folder.resolve("mark");
        StdioWire wire =
                started(
                        "trap 'echo asked > \"$1\"; exit 0' TERM; cat >/dev/null; echo read > \"$1\"",
                        mark.toString());
        assertThat(wire.close(GRACE)).isEmpty();
        assertThat(mark).content().isEqualTo("read\n");
        assertThat(log.told()).isEmpty();
    }

    @Test
    void aServerThatDoesNotEndWithItsInputIsAskedTo() throws IOException {
        Path mark = folder.resolve("mark");
        StdioWire wire =
                started(
                        "trap 'echo asked > \"$1\"; exit 0' TERM; echo; sleep 600 & wait",
                        mark.toString());
        Await.until("trapped", () -> !events.frames().isEmpty());
        assertThat(wire.close(Duration.ofSeconds(1))).isEmpty();
        assertThat(mark).content().isEqualTo("asked\n");
    }

    @Test
    void whatNobodyAwaitsIsWarnedOfIfTheServerDoesNotReadIt() {
        StdioWire wire = started("exec sleep 600");
        for (int i = 0; i < 6; i++) {
            wire.send(notification(LARGE));
        }
        assertThat(log.told()).containsExactly("warning undelivered");
    }

    @Test
    void nothingIsLookedAfterWhileNobodyWrites() {
        StdioWire wire = started("cat");
        for (int i = 1; i <= 2; i++) {
            wire.send(message("{}"));
            awaitTold(i);
            Await.until("the writer waits without a limit", () -> writer() == Thread.State.WAITING);
        }
    }

    private static Thread.State writer() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("s stdin"))
                .map(Thread::getState)
                .findFirst()
                .orElse(Thread.State.TERMINATED);
    }

    @Test
    void aWriterHasNoMoreToDoOnceTheProcessEnded() {
        started("exit 0");
        closed();
        Await.until("the writer is gone", () -> writer() == Thread.State.TERMINATED);
    }

    @Test
    void ofSmallMessagesFewWaitForAServerThatDoesNotRead() {
        StdioWire wire = started("exec sleep 600");
        wire.send(notification(LARGE));
        for (int i = 0; i < 3_000; i++) {
            wire.send(notification("{}"));
        }
        assertThat(log.told()).hasSizeBetween(2_500, 2_999).containsOnly("warning undelivered");
    }

    @Test
    void sendingBeforeOpeningIsABug() {
        StdioWire wire = wire(shell("cat"));
        WireMessage message = message("{}");
        assertThatThrownBy(() -> wire.send(message)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void openingWhatWasClosedStartsNothing() {
        StdioWire wire = wire(shell("echo started; cat"));
        assertThat(wire.close(GRACE)).isEmpty();
        assertThat(wire.open(log)).get().extracting(WireFault::code).isEqualTo("session-closed");
        assertThat(events.frames()).isEmpty();
    }

    @Test
    void closingWhileTheProcessIsBeingStartedLeavesNone() throws Exception {
        Set<ProcessHandle> before = children();
        for (int i = 0; i < 20; i++) {
            StdioWire wire =
                    new StdioWire(shell("exec sleep 600"), LIMITS, events, register, "c" + i);
            Thread opening = Thread.ofVirtual().start(() -> wire.open(log));
            wire.close(Duration.ZERO);
            opening.join();
        }
        Await.until("no process is left", () -> before.containsAll(children()));
    }

    @Test
    void theRegisterHearsOfAllProcessesUntilNoneIsLeft() {
        StdioWire wire = started("trap '' TERM; sleep 600 & cat");
        assertThat(register.known()).singleElement().matches(mark -> mark.find().isPresent());
        Await.until(
                "the shell has its children",
                () -> register.known().getFirst().find().orElseThrow().children().count() == 2);

        wire.negotiated(new WireRules("2025-06-18", true, true));
        Await.until("all are known", () -> register.known().size() == 3);
        assertThat(register.hasEnded()).isFalse();

        wire.close(Duration.ZERO);
        assertThat(register.hasEnded()).isTrue();
        assertThat(register.known()).noneMatch(mark -> mark.find().isPresent());
    }

    private static Set<ProcessHandle> children() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .collect(Collectors.toSet());
    }

    @Test
    void closingTwiceDoesNothing() {
        StdioWire wire = started("cat");
        assertThat(wire.close(GRACE)).isEmpty();
        assertThat(wire.close(GRACE)).isEmpty();
        wire.send(message("{}"));
        assertThat(log.told()).isEmpty();
    }
}
