package dev.benchlight.mcp.wire;

import java.util.List;

/// What a register heard of one server.
final class RegisterLog implements ServerRegister, ServerRegister.Entry {
    private volatile List<ProcessMark> known = List.of();
    private volatile boolean ended;

    @Override
    public Entry starting(String server, ServerMark mark) {
        return this;
    }

    @Override
    public void seen(ServerProcesses processes) {
        known = processes.marks();
    }

    @Override
    public void ended() {
        ended = true;
    }

    List<ProcessMark> known() {
        return known;
    }

    boolean hasEnded() {
        return ended;
    }
}
