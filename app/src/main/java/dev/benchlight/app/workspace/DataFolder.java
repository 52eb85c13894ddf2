package dev.benchlight.app.workspace;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Where the program keeps what is not the user's text: traces, approvals, the user's own
/// workspace. Folders are made 0700 and files 0600. Where it cannot be written, the program works
/// in memory and [#notices()] says so. Immutable.
public final class DataFolder {
    private final Path path;
    private final boolean writable;
    private final List<String> notices;

    private DataFolder(Path path, boolean writable, List<String> notices) {
        this.path = path;
        this.writable = writable;
        this.notices = List.copyOf(notices);
    }

    /// Opens, and if need be makes, a data folder. Never fails.
    ///
    /// @param chosen what the user chose, or null for the platform's
    public static DataFolder open(@Nullable Path chosen, Map<String, String> environment) {
        String system = System.getProperty("os.name", "");
        return open(chosen, environment, HomeFolder.of(environment, system));
    }

    /// @param home where people without a home folder get a `?` from the JDK
    static DataFolder open(@Nullable Path chosen, Map<String, String> environment, Path home) {
        Path path =
                chosen != null
                        ? chosen.toAbsolutePath().normalize()
                        : standard(environment, System.getProperty("os.name", ""), home);
        List<String> notices = new ArrayList<>();
        try {
            if (!path.isAbsolute()) {
                throw new IOException("there is no home folder; --data names another");
            }
            AtomicFile.createPrivateFolder(path);
            Path probe = Files.createTempFile(path, ".probe", "");
            Files.delete(probe);
            return new DataFolder(path, true, notices);
        } catch (IOException | SecurityException e) {
            notices.add(
                    "Not recording: the data folder %s cannot be written (%s). New traces and approvals last until the program ends."
                            .formatted(path, FileProblem.reason(e)));
            return new DataFolder(path, false, notices);
        }
    }

    /// The platform's folder for the data of this program.
    static Path standard(Map<String, String> environment, String system, Path home) {
        if (system.startsWith("Windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            Path base = local.isBlank() ? home.resolve("AppData").resolve("Local") : Path.of(local);
            return base.resolve("Benchlight");
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Benchlight");
        }
        String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
        // The XDG specification has relative paths ignored.
        Path base = xdg.startsWith("/") ? Path.of(xdg) : home.resolve(".local").resolve("share");
        return base.resolve("benchlight");
    }

    public Path path() {
        return path;
    }

    /// Whether files can be written; otherwise everything stays in memory.
    public boolean writable() {
        return writable;
    }

    /// One sentence for each thing that is wrong with the folder.
    public List<String> notices() {
        return notices;
    }
}
