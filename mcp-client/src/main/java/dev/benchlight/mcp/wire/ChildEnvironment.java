package dev.benchlight.mcp.wire;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The environment a server's process gets: what every program needs, and what its entry names.
/// Nothing else of ours is passed on, since it may hold secrets.
public final class ChildEnvironment {
    private static final Set<String> ALLOWED =
            Set.of(
                    "PATH",
                    "HOME",
                    "LANG",
                    "LANGUAGE",
                    "TZ",
                    "TMP",
                    "TEMP",
                    "TMPDIR",
                    "USER",
                    "LOGNAME",
                    "SHELL",
                    "TERM",
                    "SYSTEMROOT",
                    "SYSTEMDRIVE",
                    "WINDIR",
                    "COMSPEC",
                    "PATHEXT",
                    "APPDATA",
                    "LOCALAPPDATA",
                    "PROGRAMDATA",
                    "PROGRAMFILES",
                    "PROGRAMFILES(X86)",
                    "USERNAME",
                    "USERPROFILE",
                    "HOMEDRIVE",
                    "HOMEPATH",
                    "PROCESSOR_ARCHITECTURE",
                    "NUMBER_OF_PROCESSORS");

    private ChildEnvironment() {}

    /// @param ours the environment of this process
    /// @param named the variables the entry names; they win
    public static Map<String, String> of(Map<String, String> ours, Map<String, String> named) {
        Map<String, String> child = new HashMap<>();
        ours.forEach((name, value) -> {
            String upper = name.toUpperCase(Locale.ROOT);
            if (ALLOWED.contains(upper) || upper.startsWith("LC_")) {
                child.put(name, value);
            }
        });
        child.putAll(named);
        return child;
    }
}
