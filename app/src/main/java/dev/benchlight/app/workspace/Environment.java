package dev.benchlight.app.workspace;

import dev.benchlight.mcp.wire.ServerConfig;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Variables to put in for `${name}`, secrets for `${secret:name}` and variables of this process
/// for `${env:NAME}`; `$${` stands for `${`. Immutable.
public final class Environment {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\$\\{|\\$\\{([^}]*)\\}");
    private static final int DEEPEST = 10;
    private static final int MOST_REFERENCES = 10_000;

    /// Of what is put into one entry, in characters.
    private static final int LONGEST = 1 << 20;

    private final String name;
    private final Map<String, String> variables;
    private final Map<String, String> process;
    private final Path base;
    private final Consumer<String> secrets;
    private final Function<String, Optional<String>> store;

    /// @param base where a relative folder is meant from
    public Environment(
            String name, Map<String, String> variables, Map<String, String> process, Path base) {
        this(name, variables, process, base, _ -> {}, _ -> Optional.empty());
    }

    private Environment(
            String name,
            Map<String, String> variables,
            Map<String, String> process,
            Path base,
            Consumer<String> secrets,
            Function<String, Optional<String>> store) {
        this.name = name;
        this.variables = Map.copyOf(variables);
        this.process = Map.copyOf(process);
        this.base = base;
        this.secrets = secrets;
        this.store = store;
    }

    /// The same, but tells each secret that it puts in.
    public Environment telling(Consumer<String> told) {
        return new Environment(name, variables, process, base, told, store);
    }

    /// The same, but with secrets by name that no variable of the process holds.
    public Environment knowing(Function<String, Optional<String>> secretsByName) {
        return new Environment(name, variables, process, base, secrets, secretsByName);
    }

    /// Its name, or an empty string where none was chosen.
    public String name() {
        return name;
    }

    /// The configuration of an entry with every value put in. A program of a file runs in the
    /// folder of the workspace, or in one that is named from there, wherever this process was
    /// started.
    ///
    /// @throws InputException a variable or secret is not known
    public ServerConfig resolve(ServerEntry entry) throws InputException {
        return map(entry, true);
    }

    /// The configuration as it may be shown and approved: variables put in, secrets and variables
    /// of the process still by name. The folder is the very one that [#resolve(ServerEntry)] gives.
    ///
    /// @throws InputException a variable is not known
    public ServerConfig visible(ServerEntry entry) throws InputException {
        return map(entry, false);
    }

    /// A text with every value put in.
    public String resolve(String text) throws InputException {
        return new Expansion(true).of(text);
    }

    private ServerConfig map(ServerEntry entry, boolean secrets) throws InputException {
        if (entry.origin() != ServerEntry.Origin.FILE) {
            return entry.config();
        }
        Expansion values = new Expansion(secrets);
        return switch (entry.config()) {
            case ServerConfig.Stdio stdio -> {
                List<String> arguments = new ArrayList<>();
                for (String argument : stdio.arguments()) {
                    arguments.add(values.of(argument));
                }
                yield new ServerConfig.Stdio(
                        stdio.name(),
                        values.of(stdio.command()),
                        arguments,
                        values.of(stdio.environment()),
                        place(stdio.directory() == null ? "" : stdio.directory().toString()));
            }
            case ServerConfig.Http http -> {
                Map<String, String> written = AccessFields.of(http.access());
                Map<String, String> access = values.of(written);
                for (Map.Entry<String, String> field : access.entrySet()) {
                    if (AccessFields.isFile(field.getKey())) {
                        field.setValue(place(written.getOrDefault(field.getKey(), "")).toString());
                    }
                }
                Map<String, String> headers = values.of(http.headers());
                if (secrets && "basic".equals(access.get("auth.type"))) {
                    headers.put("Authorization", basic(access));
                    access.keySet().removeIf(key -> key.startsWith(AccessFields.AUTH));
                }
                yield new ServerConfig.Http(
                        http.name(),
                        url(http.url(), values),
                        headers,
                        AccessFields.access(http.transport(), access));
            }
        };
    }

    /// RFC 7617, with UTF-8.
    private static String basic(Map<String, String> access) {
        String pair = access.get("auth.username") + ":" + access.get("auth.password");
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /// Where it runs, or a file it names, whole: what is shown and approved is what is used, so
    /// nothing in it stays a reference.
    private Path place(String written) throws InputException {
        if (new Expansion(false).of(written).contains("${secret:")) {
            throw new InputException(
                    "secret-in-folder",
                    "The folder, or the name of a file, holds a secret, but is shown to whoever"
                            + " approves the server.",
                    "Write it without ${secret:…}.");
        }
        try {
            return base.resolve(new Expansion(true).of(written)).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new InputException(
                    "invalid-folder", "The folder or file is not a path: " + e.getReason() + ".");
        }
    }

    private URI url(URI url, Expansion values) throws InputException {
        String written = EntryReader.written(url);
        if (!written.contains("${")) {
            return url;
        }
        try {
            return EntryReader.url(values.of(written));
        } catch (URISyntaxException e) {
            throw new InputException("invalid-url", "The url is not valid: " + e.getReason() + ".");
        }
    }

    /// Puts values into the texts of one entry. Variables that name others, which name others,
    /// would make a small file a text without end.
    private final class Expansion {
        private final boolean secrets;
        private int references;
        private int length;

        Expansion(boolean secrets) {
            this.secrets = secrets;
        }

        Map<String, String> of(Map<String, String> values) throws InputException {
            Map<String, String> result = new LinkedHashMap<>();
            for (Map.Entry<String, String> entry : values.entrySet()) {
                result.put(entry.getKey(), of(entry.getValue()));
            }
            return result;
        }

        String of(String text) throws InputException {
            return replace(text, 0);
        }

        private String replace(String text, int depth) throws InputException {
            if (!text.contains("${")) {
                return text;
            }
            if (depth > DEEPEST) {
                String loop = text.length() > 100 ? text.substring(0, 100) + "…" : text;
                throw new InputException(
                        "variable-loop", "A variable refers to itself: " + loop + ".");
            }
            StringBuilder result = new StringBuilder();
            Matcher matcher = REFERENCE.matcher(text);
            int from = 0;
            while (matcher.find()) {
                result.append(text, from, matcher.start());
                String reference = matcher.group(1);
                String value = reference == null ? "${" : value(reference.strip(), depth);
                references++;
                length += value.length();
                if (references > MOST_REFERENCES || length > LONGEST) {
                    throw new InputException(
                            "variables-too-large",
                            "With its variables put in, the entry becomes too large.");
                }
                result.append(value);
                from = matcher.end();
            }
            return result.append(text, from, text.length()).toString();
        }

        private String value(String reference, int depth) throws InputException {
            if (reference.startsWith("secret:") || reference.startsWith("env:")) {
                // Written in one way, however it stood there, since trust looks for it.
                return secrets ? outside(reference) : "${" + reference + "}";
            }
            String value = variables.get(reference);
            if (value == null) {
                throw unknown(reference);
            }
            return replace(value, depth + 1);
        }
    }

    private InputException unknown(String written) {
        String reference = written.length() > 100 ? written.substring(0, 100) + "…" : written;
        boolean near = !Names.near(reference, variables.keySet()).isEmpty();
        return new InputException(
                "unknown-variable",
                "The variable " + reference + " is not known" + where() + ".",
                near
                        ? Names.hint(reference, variables.keySet())
                        : "Edit the server: " + OtherReference.advice(reference));
    }

    private String outside(String reference) throws InputException {
        if (reference.startsWith("env:")) {
            String variable = reference.substring("env:".length());
            String value = process.get(variable);
            if (value == null) {
                throw new InputException(
                        "unknown-variable",
                        "The environment variable " + variable + " is not set.",
                        "Set it before starting, or write the value into an environment.");
            }
            if (LiteralKey.isLikely(variable, value)) {
                secrets.accept(value);
            }
            return value;
        }
        String secret = reference.substring("secret:".length());
        String variable = secretVariable(secret);
        String set = process.get(variable);
        String value = set == null ? store.apply(secret).orElse(null) : set;
        if (value == null) {
            throw new InputException(
                    "unknown-secret",
                    "The secret " + secret + " is not known.",
                    "Set the environment variable "
                            + variable
                            + " to its value, or run: "
                            + CommandLine.of("benchlight", "secret", "set", secret));
        }
        secrets.accept(value);
        return value;
    }

    /// The environment variable a secret is read from.
    static String secretVariable(String secret) {
        return "BENCHLIGHT_SECRET_" + secret.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
    }

    private String where() {
        return name.isEmpty() ? ", since no environment is chosen" : " in the environment " + name;
    }
}
