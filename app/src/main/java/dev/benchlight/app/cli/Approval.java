package dev.benchlight.app.cli;

import dev.benchlight.app.workspace.AccessFields;
import dev.benchlight.app.workspace.EntryReader;
import dev.benchlight.app.workspace.Environment;
import dev.benchlight.app.workspace.InputException;
import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.app.workspace.ShownValue;
import dev.benchlight.app.workspace.TrustStore;
import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.mcp.wire.ServerConfig;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Sees to it that nothing a file asks for is started before the user saw it.
final class Approval {
    private Approval() {}

    /// Returns if the entry may be used.
    ///
    /// @throws InputException it is not approved
    static void check(Surroundings around, ServerEntry entry) throws InputException {
        if (entry.origin() != ServerEntry.Origin.FILE || around.invocation().has("--trust")) {
            return;
        }
        Environment environment = around.environment();
        ServerConfig visible = environment.visible(entry);
        TrustStore trust = around.trust();
        if (!trust.needsApproval(entry, visible)) {
            return;
        }
        String changed = trust.changed(entry, visible).orElse("");
        if (asked(around, visible, changed)) {
            around.approve(trust, entry, visible);
            return;
        }
        throw new InputException(
                Problem.of(
                                "not-trusted",
                                Layer.TRUST,
                                "The server "
                                        + entry.name()
                                        + " came from a file and is not approved"
                                        + (changed.isEmpty() ? ": " : ". " + changed + " It is ")
                                        + describe(visible).replace("\n", "; "))
                        .withHint(
                                "Look at it, then run: " + trustLine(around.invocation(), entry)));
    }

    private static boolean asked(Surroundings around, ServerConfig visible, String changed) {
        Console console = around.console();
        if (!console.terminal() || around.invocation().has("--json")) {
            return false;
        }
        console.err().println(describe(visible));
        if (!changed.isEmpty()) {
            console.err().println(Visible.line(changed));
        }
        return console.agrees("Approve it?");
    }

    /// The command that approves an entry, found in the same places as here.
    private static String trustLine(Invocation invocation, ServerEntry entry) {
        StringBuilder line = new StringBuilder("benchlight trust ").append(quoted(entry.name()));
        for (String option : List.of("--workspace", "--data", "--env")) {
            String value = invocation.value(option);
            if (value != null) {
                line.append(' ').append(option).append(' ').append(quoted(value));
            }
        }
        return line.toString();
    }

    /// All that is approved, whole.
    static String describe(ServerConfig config) {
        StringBuilder text = new StringBuilder();
        switch (config) {
            case ServerConfig.Stdio stdio -> {
                text.append("command: ").append(quoted(stdio.command()));
                stdio.arguments().forEach(argument -> text.append(' ').append(quoted(argument)));
                String folder = Objects.requireNonNull(stdio.directory(), "folder").toString();
                text.append("\nfolder: ").append(quoted(folder));
                values(text, "variable", "=", stdio.environment());
            }
            case ServerConfig.Http http -> {
                text.append("url: ").append(EntryReader.written(http.url()));
                AccessFields.of(http.access())
                        .forEach((name, value) ->
                                text.append('\n')
                                        .append(name)
                                        .append(": ")
                                        .append(readable(AccessFields.shown(name, value))));
                values(text, "header", ": ", http.headers());
            }
        }
        return Visible.text(text.toString());
    }

    /// Each on a line of its own. What looks like a key is hidden, as in the window.
    private static void values(
            StringBuilder text, String kind, String between, Map<String, String> values) {
        new TreeMap<>(values)
                .forEach((name, value) ->
                        text.append('\n')
                                .append(kind)
                                .append(": ")
                                .append(quoted(name))
                                .append(between)
                                .append(
                                        ShownValue.isHidden(name, value)
                                                ? ShownValue.HIDDEN
                                                : readable(value)));
    }

    /// As written where that can be taken for nothing else.
    private static String readable(String value) {
        return value.matches("[A-Za-z0-9@%+=:,./_${}-]+( [A-Za-z0-9@%+=:,./_${}-]+)*")
                ? value
                : quoted(value);
    }

    /// A word as a shell would need it. One that cannot be printed as it is stands in `$'…'`, which
    /// bash, zsh and ksh read back as the very same, and nobody as another line of ours.
    static String quoted(String word) {
        if (word.codePoints().anyMatch(Visible::isHarmful)) {
            return escaped(word);
        }
        return word.matches("[A-Za-z0-9@%+=:,./_-]+")
                ? word
                : "'" + word.replace("'", "'\\''") + "'";
    }

    private static String escaped(String word) {
        StringBuilder text = new StringBuilder("$'");
        word.codePoints()
                .forEach(c -> {
                    if (Visible.isHarmful(c)) {
                        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                            text.append("\\x").append(HexFormat.of().toHexDigits(b));
                        }
                    } else if (c == '\'' || c == '\\') {
                        text.append('\\').appendCodePoint(c);
                    } else {
                        text.appendCodePoint(c);
                    }
                });
        return text.append('\'').toString();
    }
}
