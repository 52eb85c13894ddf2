package dev.benchlight.app.bench;

import java.io.IOException;
import java.util.List;

/// Holds this process, and what it starts meanwhile, on one processor, where `taskset` can. To wake
/// a thread on another processor takes up to ten times as long on a virtual machine as on the same
/// one, and where the scheduler puts a thread is chance: without this a ratio of two loops says
/// which of them was lucky.
final class OneProcessor implements AutoCloseable {
    private final boolean held;

    OneProcessor() throws IOException {
        held = set("0");
    }

    /// What to add to a measurement's name.
    String suffix() {
        return held ? ", on one processor" : "";
    }

    private static boolean set(String processors) throws IOException {
        String self = Long.toString(ProcessHandle.current().pid());
        try {
            List<String> command =
                    List.of("taskset", "--all-tasks", "--cpu-list", "--pid", processors, self);
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notLinux) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() throws IOException {
        set("0-" + (Runtime.getRuntime().availableProcessors() - 1));
    }
}
