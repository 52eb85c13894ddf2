package dev.benchlight.app.workspace;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// How the value of a variable or header stands where somebody decides on trust: as it is written,
/// and only what looks like a key is hidden.
public final class ShownValue {
    public static final String HIDDEN = "••••••";

    /// What could be a command, or part of one, is not a key.
    private static final Pattern KEY =
            Pattern.compile("(?:(?i:bearer|basic|token) )?[A-Za-z0-9_+/=.:~@!#%^*,?-]+");

    /// They make a program load other code, whatever their value looks like.
    private static final Set<String> LOADS_CODE =
            Set.of(
                    "PATH",
                    "BASH_ENV",
                    "ENV",
                    "NODE_OPTIONS",
                    "NODE_PATH",
                    "NPM_CONFIG_REGISTRY",
                    "PYTHONPATH",
                    "PYTHONSTARTUP",
                    "PYTHONHOME",
                    "RUBYOPT",
                    "PERL5OPT",
                    "JAVA_TOOL_OPTIONS",
                    "JDK_JAVA_OPTIONS",
                    "UV_INDEX_URL",
                    "PIP_INDEX_URL",
                    "DOCKER_HOST");

    private ShownValue() {}

    /// Whether a value is likely a key, a token or a password.
    public static boolean isHidden(String name, String value) {
        return !loadsCode(name) && LiteralKey.isLikely(name, value) && KEY.matcher(value).matches();
    }

    private static boolean loadsCode(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.startsWith("LD_") || upper.startsWith("DYLD_") || LOADS_CODE.contains(upper);
    }
}
