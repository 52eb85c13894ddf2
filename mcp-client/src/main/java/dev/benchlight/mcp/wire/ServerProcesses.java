package dev.benchlight.mcp.wire;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The processes in which a server runs, as far as they were seen. Immutable.
///
/// @param mark what all of them were given
/// @param ownSession whether the first leads a session of the operating system's, which all that
///   descend from it belong to
/// @param marks the process that was started, and then others that descend from it
public record ServerProcesses(ServerMark mark, boolean ownSession, List<ProcessMark> marks) {
    /// What came of ending them.
    ///
    /// @param found how many processes ran
    /// @param remaining one sentence for each that could not be ended
    public record End(int found, List<String> remaining) {}

    public ServerProcesses {
        marks = List.copyOf(marks);
    }

    /// Ends what still runs of them, with all that has the mark and all descendants, and nothing
    /// else: asks, waits `grace`, and kills what is left then. Blocks.
    public End end(Duration grace) {
        List<ProcessHandle> running =
                marks.stream().map(ProcessMark::find).flatMap(Optional::stream).toList();
        OptionalLong session =
                ownSession ? OptionalLong.of(marks.getFirst().pid()) : OptionalLong.empty();
        ProcessTree tree = new ProcessTree(running, mark, session);
        List<String> remaining = tree.stop(grace);
        return new End(tree.size(), remaining);
    }
}
