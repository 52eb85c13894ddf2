package dev.benchlight.mcp.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A process with all its descendants, those included that outlive it, as far as they were seen.
/// Thread-safe.
final class ProcessTree {
    private static final Duration AFTER_KILL = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(4);

    private final ProcessHandle root;
    private final boolean ownSession;
    private final Set<ProcessHandle> seen = new LinkedHashSet<>();

    /// @param ownSession whether the root leads a session, by which even those are known whose
    ///   parents ended unseen
    ProcessTree(ProcessHandle root, boolean ownSession) {
        this.root = root;
        this.ownSession = ownSession;
    }

    /// Looks for descendants while their parents live, for after that they cannot be told.
    synchronized void rescan() {
        seen.add(root);
        for (ProcessHandle process : List.copyOf(seen)) {
            if (process.isAlive()) {
                process.descendants().forEach(seen::add);
            }
        }
    }

    private void rescanAll() {
        if (ownSession) {
            OsSession.members(root.pid()).forEach(seen::add);
        }
        rescan();
    }

    /// Ends all of it: waits `grace` for the root (whose input was closed), asks what is left to
    /// end, waits `grace`, and kills what is left then.
    ///
    /// @return one sentence for each process that is still there
    synchronized List<String> end(Duration grace) {
        waitFor(List.of(root), grace);
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
