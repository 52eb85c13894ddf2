package dev.benchlight.app.traces;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A process that records calls and says after each flush how many are stored.
final class RecordingProgram {
    private static final int ACKNOWLEDGED_AT_ONCE = 20;

    private RecordingProgram() {}

    /// @param arguments the data folder, a name for the calls, how many, and the size of an answer
    public static void main(String[] arguments) {
        PrintStream out = System.out;
        String answer = "{\"text\":\"" + "x".repeat(Integer.parseInt(arguments[3])) + "\"}";
        try (TraceStore store = TraceStore.open(Path.of(arguments[0]))) {
            Events events = new Events(store);
            for (int calls = 1; calls <= Integer.parseInt(arguments[2]); calls++) {
                events.call(arguments[1], "{\"call\":" + calls + "}", answer);
                if (calls % ACKNOWLEDGED_AT_ONCE == 0) {
                    store.flush();
                    out.println(calls);
                }
            }
            store.notices().forEach(out::println);
        }
    }

    /// Starts it in a process whose files would be open to everyone.
    static Process start(Path folder, String name, int calls, int bytes) throws IOException {
        List<String> command = new ArrayList<>();
        command.addAll(List.of("sh", "-c", "umask 000; exec \"$@\"", "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m"));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(RecordingProgram.class.getName());
        command.addAll(List.of(folder.toString(), name, "" + calls, "" + bytes));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }
}
