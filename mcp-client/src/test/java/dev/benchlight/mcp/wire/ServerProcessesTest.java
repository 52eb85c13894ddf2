package dev.benchlight.mcp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.Await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Ending what a run of the program left behind.
@EnabledOnOs(OS.LINUX)
class ServerProcessesTest {
    private static final Duration SOON = Duration.ofMillis(50);
    private static final String STUBBORN = "trap '' TERM; while :; do sleep 1; done";

    private final List<Process> started = new ArrayList<>();
    private final List<ProcessHandle> orphans = new ArrayList<>();

    @AfterEach
    void killAll() {
        for (Process process : started) {
            OsSession.members(process.pid()).forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        orphans.forEach(ProcessHandle::destroyForcibly);
    }

    private Process leader(String script) throws IOException {
        List<String> command = new ArrayList<>(OsSession.launcher());
        command.addAll(List.of("sh", "-c", script));
        Process process = new ProcessBuilder(command).start();
        started.add(process);
        return process;
    }

    /// In a session of its own, and a child of the system's first process.
    private ProcessHandle detached(ServerMark mark) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(
                        "sh", "-c", "setsid sh -c 'echo $$; exec sleep 600 >&-' & read x");
        builder.environment().put(ServerMark.VARIABLE, mark.value());
        Process parent = builder.start();
        long pid = Long.parseLong(parent.inputReader().readLine());
        parent.getOutputStream().close();
        parent.waitFor();
        ProcessHandle child = ProcessHandle.of(pid).orElseThrow();
        orphans.add(child);
        return child;
    }

    private static ServerProcesses look(Process process) {
        return new ProcessTree(process.toHandle(), ServerMark.NONE, true).look();
    }

    private static void awaitMembers(Process leader, int count) {
        Await.until(
                count + " processes in the session",
                () -> OsSession.members(leader.pid()).filter(ProcessTree::runs).count() == count);
    }

    @Test
    void whatIgnoresBeingAskedIsKilledWithAllThatItForked() throws Exception {
        Process server = leader("(" + STUBBORN + ") & " + STUBBORN);
        ServerProcesses atStart =
                new ProcessTree(server.toHandle(), ServerMark.NONE, true).started();
        awaitMembers(server, 4);

        ServerProcesses.End end = atStart.end(SOON);

        assertThat(end.remaining()).isEmpty();
        assertThat(end.found()).isGreaterThanOrEqualTo(2);
        assertThat(OsSession.members(server.pid()).filter(ProcessTree::runs)).isEmpty();
        assertThat(atStart.end(SOON)).isEqualTo(new ServerProcesses.End(0, List.of()));
    }

    @Test
    void childrenThatOutlivedTheirParentAreEndedByWhatWasSeenOfThem() throws Exception {
        Process server = leader("sleep 600 & sleep 601 & read x");
        Await.until(
                "both children are what they are to be",
                () ->
                        OsSession.members(server.pid())
                                        .map(member -> member.info().command().orElse(""))
                                        .filter(command -> command.endsWith("sleep"))
                                        .count()
                                == 2);
        ServerProcesses seen = look(server);
        ServerProcesses atStart =
                new ProcessTree(server.toHandle(), ServerMark.NONE, true).started();
        server.getOutputStream().close();
        server.waitFor();
        awaitMembers(server, 2);

        assertThat(atStart.end(SOON).found()).as("nothing that is known for sure").isZero();
        awaitMembers(server, 2);
        assertThat(seen.marks()).hasSize(3);
        ServerProcesses one =
                new ServerProcesses(ServerMark.NONE, true, seen.marks().subList(0, 2));
        assertThat(one.end(SOON)).isEqualTo(new ServerProcesses.End(2, List.of()));
        awaitMembers(server, 0);
    }

    @Test
    void whatWasBornAfterAllThatWasNotedEndedIsKnownByItsMark() throws Exception {
        ServerMark mark = ServerMark.random();
        Process server = leader("exit");
        ServerProcesses noted = new ProcessTree(server.toHandle(), mark, true).started();
        server.waitFor();
        ProcessHandle child = detached(mark);
        ProcessHandle other = detached(ServerMark.random());
        ProcessHandle longer = detached(new ServerMark(mark.value() + "0"));

        assertThat(noted.end(SOON)).isEqualTo(new ServerProcesses.End(1, List.of()));
        assertThat(ProcessTree.runs(child)).isFalse();
        assertThat(List.of(other, longer)).allMatch(ProcessTree::runs);
    }

    @Test
    void whatStartsAnotherWhenAskedToEndIsEndedWithIt() throws Exception {
        ServerMark mark = ServerMark.random();
        ProcessBuilder builder =
                new ProcessBuilder(
                        "sh",
                        "-c",
                        "trap 'setsid sleep 601 >/dev/null 2>&1 & exit' TERM;"
                                + " echo; while :; do read x; done");
        builder.environment().put(ServerMark.VARIABLE, mark.value());
        Process server = builder.start();
        started.add(server);
        server.inputReader().readLine();

        new ServerProcesses(mark, false, List.of()).end(Duration.ofSeconds(30));

        assertThat(mark.carriers().filter(ProcessTree::runs)).isEmpty();
    }

    @Test
    void aProcessThatGotTheSameNumberIsLetAlone() throws Exception {
        Process other = leader("exec sleep 600");
        ProcessMark mark = ProcessMark.of(other.toHandle());
        ProcessMark gone = new ProcessMark(mark.pid(), mark.born() + "0", "");

        assertThat(new ServerProcesses(ServerMark.NONE, true, List.of(gone)).end(SOON).found())
                .isZero();
        assertThat(other.isAlive()).isTrue();
    }
}
