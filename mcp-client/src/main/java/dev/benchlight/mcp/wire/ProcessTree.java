package dev.benchlight.mcp.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/// The processes of a server: the one that was started, its descendants, and, on Linux, whatever
/// has its mark or is in its session. Never this program, nor what that itself runs in.
/// Thread-safe.
final class ProcessTree {
    private static final Duration AFTER_KILL = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(4);

    private final List<ProcessHandle> known;
    private final ServerMark mark;
    private final OptionalLong session;
    private final Set<ProcessHandle> seen = new LinkedHashSet<>();
    private final Set<ProcessHandle> ours = ours();

    /// @param ownSession whether the root leads a session
    ProcessTree(ProcessHandle root, ServerMark mark, boolean ownSession) {
        this(List.of(root), mark, ownSession ? OptionalLong.of(root.pid()) : OptionalLong.empty());
    }

    /// What is left of a tree.
    ///
    /// @param known of which it is certain; may be empty
    /// @param session that all of it was in, if any
    ProcessTree(List<ProcessHandle> known, ServerMark mark, OptionalLong session) {
        this.known = List.copyOf(known);
        this.mark = mark;
        this.session = session;
        add(known.stream());
    }

    /// This program may itself have been started by a server of an earlier run.
    private static Set<ProcessHandle> ours() {
        Set<ProcessHandle> ours = new HashSet<>();
        Optional<ProcessHandle> next = Optional.of(ProcessHandle.current());
        while (next.isPresent() && ours.add(next.get())) {
            next = next.get().parent();
        }
        return ours;
    }

    private void add(Stream<ProcessHandle> found) {
        found.filter(process -> !ours.contains(process)).forEach(seen::add);
    }

    /// Looks for all of it. Some can be told only while others live.
    synchronized void rescanAll() {
        add(mark.carriers());
        for (ProcessHandle process : List.copyOf(seen)) {
            if (process.isAlive()) {
                add(process.descendants());
            }
        }
        session.stream().filter(this::isOurs).forEach(leader -> add(OsSession.members(leader)));
    }

    /// As long as one that is known is in it, no other session can have got its number.
    private boolean isOurs(long leader) {
        return alive().stream()
                .map(process -> ProcStat.of(process.pid()))
                .flatMap(Optional::stream)
                .anyMatch(stat -> stat.session() == leader);
    }

    /// By what the root can be found again, as long as it may become another program, as a launcher
    /// does.
    ServerProcesses started() {
        List<ProcessMark> marks = known.stream().map(ProcessMark::ofAnyProgram).toList();
        return new ServerProcesses(mark, session.isPresent(), marks);
    }

    /// Looks for all of it.
    ///
    /// @return by what it can be found again, the root first
    synchronized ServerProcesses look() {
        rescanAll();
        List<ProcessMark> marks =
                Stream.concat(
                                known.stream(),
                                alive().stream().filter(process -> !known.contains(process)))
                        .map(ProcessMark::of)
                        .toList();
        return new ServerProcesses(mark, session.isPresent(), marks);
    }

    synchronized int size() {
        return seen.size();
    }

    /// Ends all of it: waits `grace` for the root (whose input was closed), then as [#stop].
    ///
    /// @return one sentence for each process that is still there
    synchronized List<String> end(Duration grace) {
        waitFor(known, grace);
        return stop(grace);
    }

    /// Asks all of it to end, waits `grace`, and kills what is left then.
    ///
    /// @return one sentence for each process that is still there
    synchronized List<String> stop(Duration grace) {
        rescanAll();
        List<ProcessHandle> left = alive();
        if (!left.isEmpty()) {
            left.forEach(ProcessHandle::destroy);
            waitFor(left, grace);
            kill();
        }
        List<String> remaining = new ArrayList<>();
        for (ProcessHandle process : alive()) {
            String command = process.info().command().orElse("unknown program");
            remaining.add("process " + process.pid() + " (" + command + ") could not be ended");
        }
        return remaining;
    }

    /// Again and again: what is killed may have started another just before.
    private void kill() {
        long start = System.nanoTime();
        rescanAll();
        List<ProcessHandle> left = alive();
        while (!left.isEmpty() && System.nanoTime() - start < AFTER_KILL.toNanos()) {
            left.forEach(ProcessHandle::destroyForcibly);
            waitFor(left, AFTER_KILL.minusNanos(System.nanoTime() - start));
            rescanAll();
            left = alive();
        }
    }

    private List<ProcessHandle> alive() {
        return seen.stream().filter(ProcessTree::runs).toList();
    }

    /// The JDK counts as alive what has ended and was not yet taken note of. It is asked last, for
    /// what is taken note of just now has no state any more.
    static boolean runs(ProcessHandle process) {
        return ProcStat.of(process.pid()).filter(ProcStat::isEnded).isEmpty() && process.isAlive();
    }

    /// Looks again and again: of a process that is not our child, and has ended, no one tells us.
    private static void waitFor(List<ProcessHandle> processes, Duration time) {
        long start = System.nanoTime();
        try {
            while (processes.stream().anyMatch(ProcessTree::runs)
                    && System.nanoTime() - start < time.toNanos()) {
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
