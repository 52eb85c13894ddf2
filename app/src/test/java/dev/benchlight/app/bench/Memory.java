package dev.benchlight.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What this process holds in memory.
///
/// @param heapMb reachable objects, after a collection
/// @param residentMb what the process takes of the machine's memory; 0 where it cannot be told
public record Memory(double heapMb, double residentMb) {
    private static final Path STATUS = Path.of("/proc/self/status");

    /// Collects garbage first.
    static Memory now() throws IOException {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        double heap = (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0;
        return new Memory(heap, resident("VmRSS:"));
    }

    /// The most memory the process ever took, in MB.
    public static double peakResidentMb() throws IOException {
        return resident("VmHWM:");
    }

    private static double resident(String field) throws IOException {
        if (!Files.exists(STATUS)) {
            return 0;
        }
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith(field))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToDouble(Double::parseDouble)
                    .map(kb -> kb / 1024)
                    .findFirst()
                    .orElse(0);
        }
    }
}
