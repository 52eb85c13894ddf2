package dev.benchlight.app.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// One run of a whole program: how long until it ended, until its first output, and how much memory
/// it had at most (Linux; elsewhere 0).
record ProcessRun(Duration wall, Duration firstOutput, long peakMegabytes, String output) {

    static ProcessRun of(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        process.getOutputStream().close();
        long[] peak = {0};
        Thread watch =
                Thread.ofVirtual()
                        .start(() -> {
                            while (process.isAlive()) {
                                peak[0] = Math.max(peak[0], peakOf(process.pid()));
                                java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
                            }
                        });
        int first = process.getInputStream().read();
        long firstAt = System.nanoTime();
        byte[] rest = process.getInputStream().readAllBytes();
        int code = process.waitFor();
        long end = System.nanoTime();
        watch.join();
        if (code != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + code);
        }
        return new ProcessRun(
                Duration.ofNanos(end - start),
                Duration.ofNanos(firstAt - start),
                peak[0],
                (char) first + new String(rest, StandardCharsets.UTF_8));
    }

    /// The most resident memory a process had so far, in MB.
    static long peakOf(long pid) {
        return memory(pid, "VmHWM:");
    }

    /// The resident memory of a process, in MB.
    static long residentOf(long pid) {
        return memory(pid, "VmRSS:");
    }

    private static long memory(long pid, String field) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), "status"))
                    .lines()
                    .filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
