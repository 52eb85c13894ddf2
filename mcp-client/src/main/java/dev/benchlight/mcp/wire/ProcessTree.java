package dev.benchlight.mcp.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// A process with all its descendants, those included that outlive it, as far as they were seen.
/// Thread-safe.
final class ProcessTree {
    private static final Duration AFTER_KILL = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(4);

    private final ProcessHandle root;
    private final OptionalLong session;
    private final Set<ProcessHandle> seen = new LinkedHashSet<>();

    /// @param ownSession whether the root leads a session, by which even those are known whose
    ///   parents ended unseen
    ProcessTree(ProcessHandle root, boolean ownSession) {
        this(List.of(root), ownSession ? OptionalLong.of(root.pid()) : OptionalLong.empty());
    }

    /// What is left of a tree.
    ///
    /// @param session that all of it is in, if any
    ProcessTree(List<ProcessHandle> left, OptionalLong session) {
        this.root = left.getFirst();
        this.session = session;
        seen.addAll(left);
    }

    /// Looks for descendants while their parents live, for after that they cannot be told.
    synchronized void rescan() {
        for (ProcessHandle process : List.copyOf(seen)) {
            if (process.isAlive()) {
                process.descendants().forEach(seen::add);
            }
        }
    }

    private void rescanAll() {
        session.ifPresent(leader -> OsSession.members(leader).forEach(seen::add));
        rescan();
    }

    /// By what the root can be found again, as long as it may become another program, as a launcher
    /// does.
    ServerProcesses started() {
        return new ServerProcesses(session.isPresent(), List.of(ProcessMark.ofAnyProgram(root)));
    }

    /// Looks for all of it.
    ///
    /// @return by what it can be found again, the root first
    synchronized ServerProcesses look() {
        rescanAll();
        List<ProcessMark> marks = new ArrayList<>(List.of(ProcessMark.of(root)));
        seen.stream()
                .filter(process -> !process.equals(root) && runs(process))
                .map(ProcessMark::of)
                .forEach(marks::add);
        return new ServerProcesses(session.isPresent(), marks);
    }

    synchronized int size() {
        return seen.size();
    }

    /// Ends all of it: waits `grace` for the root (whose input was closed), then as [#stop].
    ///
    /// @return one sentence for each process that is still there
    synchronized List<String> end(Duration grace) {
        waitFor(List.of(root), grace);
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
            rescanAll();
            left = alive();
            left.forEach(ProcessHandle::destroyForcibly);
            waitFor(left, AFTER_KILL);
        }
        List<String> remaining = new ArrayList<>();
        for (ProcessHandle process : alive()) {
            String command = process.info().command().orElse("unknown program");
            remaining.add("process " + process.pid() + " (" + command + ") could not be ended");
        }
        return remaining;
    }

    private List<ProcessHandle> alive() {
        return seen.stream().filter(ProcessTree::runs).toList();
    }

    /// The JDK counts as alive what has ended and was not yet taken note of.
    static boolean runs(ProcessHandle process) {
        return process.isAlive() && ProcStat.of(process.pid()).filter(ProcStat::isEnded).isEmpty();
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
