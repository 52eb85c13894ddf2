package dev.benchlight.app.connections;

import dev.benchlight.app.workspace.InputException;
import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.mcp.wire.LoginShell;
import dev.benchlight.mcp.wire.ServerConfig;

import java.io.File;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Lets commands be found where the user's login shell finds them: the folders of its `PATH` follow
/// those of ours. The shell is asked once, when the first command starts; an entry that names a
/// `PATH` keeps its own. Thread-safe.
public final class LoginPath implements Preparation {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Preparation before;
    private final String ours;
    private final Supplier<Optional<String>> shell;
    private volatile Optional<String> merged = Optional.empty();

    /// @param shell tells the login shell's `PATH`; may block
    LoginPath(Preparation before, String ours, Supplier<Optional<String>> shell) {
        this.before = before;
        this.ours = ours;
        this.shell = shell;
    }

    /// With the shell that this environment names.
    public static LoginPath of(Preparation before, Map<String, String> environment) {
        return new LoginPath(
                before,
                environment.getOrDefault("PATH", ""),
                () -> LoginShell.in(environment).flatMap(shell -> shell.path(PATIENCE)));
    }

    @Override
    public ServerConfig prepare(ServerEntry entry) throws InputException {
        ServerConfig config = before.prepare(entry);
        if (!(config instanceof ServerConfig.Stdio stdio)
                || stdio.environment().containsKey("PATH")) {
            return config;
        }
        Map<String, String> environment = new LinkedHashMap<>(stdio.environment());
        path().ifPresent(path -> environment.put("PATH", path));
        return new ServerConfig.Stdio(
                stdio.name(), stdio.command(), stdio.arguments(), environment, stdio.directory());
    }

    /// Empty if the shell adds nothing. Two threads that come first at once both ask; that harms
    /// nobody, while a lock would be held over a program of the user's.
    private Optional<String> path() {
        Optional<String> known = merged;
        if (known.isEmpty()) {
            known = Optional.of(shell.get().map(this::merge).orElse(ours));
            merged = known;
        }
        return known.filter(path -> !path.equals(ours));
    }

    /// Only whole paths: what a folder such as `bin` means depends on where the server runs.
    private String merge(String login) {
        Set<String> folders = new LinkedHashSet<>(parts(ours));
        parts(login).stream().filter(folder -> folder.startsWith("/")).forEach(folders::add);
        return String.join(File.pathSeparator, folders);
    }

    private static List<String> parts(String path) {
        return List.of(path.split(File.pathSeparator, -1));
    }
}
