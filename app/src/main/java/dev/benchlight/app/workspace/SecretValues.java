package dev.benchlight.app.workspace;

import dev.benchlight.mcp.wire.ServerConfig;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The values of a configuration that look like secrets, by the name they stand under or by their
/// own shape: of headers, variables, arguments and the URL.
public final class SecretValues {
    private static final Pattern SCHEME = Pattern.compile("(?i)(bearer|basic|token|digest) +(.+)");
    private static final Pattern NAMED = Pattern.compile("-{0,2}([A-Za-z0-9_.-]+)\\s*[=:]\\s*(.+)");
    private static final Pattern PARAMETER = Pattern.compile("[?&]([^=&#]+)=([^&#]+)");
    private static final Pattern PASSWORD = Pattern.compile("://[^/@:\\s]*:([^/@\\s]+)@");

    private final Set<String> found = new LinkedHashSet<>();

    private SecretValues() {}

    /// @param config with every value put in
    public static Set<String> in(ServerConfig config) {
        SecretValues values = new SecretValues();
        switch (config) {
            case ServerConfig.Stdio stdio -> {
                values.named(stdio.environment());
                values.arguments(stdio.arguments());
            }
            case ServerConfig.Http http -> {
                values.named(http.headers());
                values.text(http.url().toString());
                AccessFields.of(http.access())
                        .forEach((name, value) -> {
                            if (AccessFields.isSecret(name)) {
                                values.add(value);
                            }
                            values.text(value);
                        });
            }
        }
        return values.found;
    }

    private void named(Map<String, String> values) {
        values.forEach(this::named);
    }

    private void named(String name, String value) {
        if (LiteralKey.isLikely(name, value) || name.toLowerCase(Locale.ROOT).contains("cookie")) {
            add(value);
        }
        text(value);
    }

    private void arguments(List<String> arguments) {
        String name = "";
        for (String argument : arguments) {
            named(name, argument);
            Matcher pair = NAMED.matcher(argument);
            if (pair.matches()) {
                named(pair.group(1), pair.group(2));
            }
            name = argument.startsWith("-") && !pair.matches() ? argument : "";
        }
    }

    /// What is secret within a URL.
    private void text(String value) {
        Matcher password = PASSWORD.matcher(value);
        while (password.find()) {
            add(password.group(1));
        }
        Matcher parameter = PARAMETER.matcher(value);
        while (parameter.find()) {
            String name = parameter.group(1);
            if (name.equalsIgnoreCase("key") || LiteralKey.isLikely(name, parameter.group(2))) {
                add(parameter.group(2));
            }
        }
    }

    private void add(String value) {
        found.add(value);
        Matcher scheme = SCHEME.matcher(value);
        if (scheme.matches()) {
            found.add(scheme.group(2));
            if (scheme.group(1).equalsIgnoreCase("basic")) {
                addPassword(scheme.group(2));
            }
        }
    }

    private void addPassword(String base64) {
        try {
            String pair = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            found.add(pair.substring(pair.indexOf(':') + 1));
        } catch (IllegalArgumentException _) {
            // Not as the scheme has it; the text itself is known.
            found.add(base64);
        }
    }
}
