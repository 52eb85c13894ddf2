package dev.benchlight.mcp.wire;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;

/// Says how a process ended.
final class ExitStatus {
    private static final Map<Integer, String> SIGNALS =
            Map.ofEntries(
                    Map.entry(1, "SIGHUP"),
                    Map.entry(2, "SIGINT"),
                    Map.entry(3, "SIGQUIT"),
                    Map.entry(4, "SIGILL"),
                    Map.entry(6, "SIGABRT"),
                    Map.entry(7, "SIGBUS"),
                    Map.entry(8, "SIGFPE"),
                    Map.entry(9, "SIGKILL"),
                    Map.entry(11, "SIGSEGV"),
                    Map.entry(13, "SIGPIPE"),
                    Map.entry(15, "SIGTERM"));

    private ExitStatus() {}

    /// The signal behind an exit code as the JDK gives it (128 and the signal), or null.
    static @Nullable String signal(int code) {
        return code > 128 ? SIGNALS.get(code - 128) : null;
    }

    /// @param within whether output stopped in the middle of a message
    static WireFault fault(int code, boolean within, List<String> stderr) {
        String signal = signal(code);
        String message =
                "the server exited with code "
                        + code
                        + (signal == null ? "" : " (" + signal + ")")
                        + (within ? ", in the middle of a message," : "");
        ObjectNode details = JsonNodeFactory.instance.objectNode().put("exitCode", code);
        if (signal != null) {
            details.put("signal", signal);
        }
        return WireFault.of(WireFault.Kind.PROCESS, "server-exited", message)
                .withHint(hint(stderr))
                .withDetails(withStderr(details, stderr));
    }

    /// Its output ended, but the process goes on.
    static WireFault outputClosed(boolean within, List<String> stderr) {
        return WireFault.of(
                        WireFault.Kind.TRANSPORT,
                        "stdout-closed",
                        "the server closed its standard output"
                                + (within ? ", in the middle of a message," : ""))
                .withHint(hint(stderr))
                .withDetails(withStderr(JsonNodeFactory.instance.objectNode(), stderr));
    }

    private static @Nullable String hint(List<String> stderr) {
        return stderr.isEmpty()
                ? "it wrote nothing to standard error; run its command in a terminal to see more"
                : "the last line on standard error was: " + stderr.getLast();
    }

    private static ObjectNode withStderr(ObjectNode details, List<String> stderr) {
        ArrayNode lines = details.putArray("stderr");
        stderr.forEach(lines::add);
        return details;
    }
}
