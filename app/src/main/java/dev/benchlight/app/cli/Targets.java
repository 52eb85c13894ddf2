package dev.benchlight.app.cli;

import dev.benchlight.app.demo.Demo;
import dev.benchlight.app.workspace.FileProblem;
import dev.benchlight.app.workspace.InputException;
import dev.benchlight.app.workspace.Names;
import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.app.workspace.Workspace;
import dev.benchlight.app.workspace.WorkspaceSnapshot;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.http.HostNames;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Finds the server a command is about.
///
/// @param entry as written
/// @param words those behind the target
record Targets(ServerEntry entry, List<String> words) {
    private static final Pattern FOREIGN_URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://");
    private static final Pattern ADDRESS = Pattern.compile("[^/@]+(:\\d{1,5}(/.*)?|\\.[^/]+/.*)");
    private static final String SIGN_IN = "//[^/@]*@";
    private static final String ELSE = "give a URL, or end with --stdio -- COMMAND.";

    static Targets of(Surroundings around) throws InputException {
        Invocation invocation = around.invocation();
        List<String> program = invocation.program();
        if (program != null) {
            checkAlone(invocation);
            ServerConfig config =
                    new ServerConfig.Stdio(
                            program.getFirst(),
                            program.getFirst(),
                            program.subList(1, program.size()),
                            Map.of(),
                            null);
            return new Targets(typed(config), invocation.words());
        }
        if (invocation.words().isEmpty()) {
            throw new InputException(
                    "usage",
                    "The command " + invocation.command() + " needs a TARGET.",
                    invocation.command().equals("trust")
                            ? "Name a server of the workspace."
                            : "Name a server of the workspace, " + ELSE);
        }
        String target = invocation.words().getFirst();
        List<String> rest = invocation.words().subList(1, invocation.words().size());
        String lower = target.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http://") || lower.startsWith("https://")) {
            return new Targets(typed(new ServerConfig.Http(target, url(target), Map.of())), rest);
        }
        return new Targets(named(target, around), rest);
    }

    /// The command behind `--` is the target, and a name before it one too many.
    private static void checkAlone(Invocation invocation) throws InputException {
        List<String> words = invocation.words();
        if (invocation.namesUrl()) {
            throw Invocation.twoServers("Leave one of them out.");
        }
        if (words.size() > (invocation.command().equals("inspect") ? 0 : 1)) {
            throw new InputException(
                    "usage",
                    "The command "
                            + invocation.command()
                            + " has no use for all of: "
                            + Visible.line(String.join(" ", words))
                            + ".",
                    "With --stdio, the command behind -- is the TARGET, and no other is named.");
        }
    }

    private static ServerEntry typed(ServerConfig config) {
        return new ServerEntry(config, null, ServerEntry.Origin.COMMAND_LINE);
    }

    private static URI url(String target) throws InputException {
        try {
            URI url = HostNames.ascii(new URI(target));
            if (url.getRawUserInfo() != null) {
                throw invalid(target, "a password belongs in --header");
            }
            if (url.getHost() == null) {
                throw invalid(
                        target,
                        url.getRawAuthority() == null
                                ? "it names no host"
                                : "its host is no name or address");
            }
            if (url.getPort() > 65_535) {
                throw invalid(target, "its port is larger than 65535");
            }
            return url;
        } catch (URISyntaxException e) {
            throw invalid(target, e.getReason());
        }
    }

    private static InputException invalid(String target, String reason) {
        String shown = target.replaceFirst(SIGN_IN, "//…@");
        return new InputException(
                "invalid-url", "The URL " + Visible.line(shown) + " is not valid: " + reason + ".");
    }

    private static ServerEntry named(String name, Surroundings around) throws InputException {
        WorkspaceSnapshot workspace = around.workspace().snapshot();
        var found = workspace.server(name);
        if (found.isPresent()) {
            return found.get();
        }
        if (name.equals(Demo.NAME)) {
            return Demo.entry();
        }
        for (FileProblem problem : workspace.problems()) {
            if (String.valueOf(problem.file().getFileName())
                    .replaceFirst("\\.[^.]+$", "")
                    .equals(name)) {
                throw new InputException(
                        "unreadable-file",
                        problem.toString(),
                        "Mend the file; nothing was changed.");
            }
        }
        throw unknown(name, around);
    }

    private static InputException unknown(String name, Surroundings around) throws InputException {
        if (FOREIGN_URL.matcher(name).lookingAt()) {
            return new InputException(
                    "invalid-url",
                    "The URL "
                            + Visible.line(name.replaceFirst(SIGN_IN, "//…@"))
                            + " cannot be a server's: only http:// and https:// are supported.",
                    "A program is started with --stdio -- COMMAND.");
        }
        if (around.workspace().snapshot().gateways().contains(name)) {
            return new InputException(
                    "not-yet",
                    "The gateway "
                            + Visible.line(name)
                            + " can be used with a later version; this one knows servers.",
                    "Give its MCP endpoint as a URL.");
        }
        return new InputException(
                "unknown-server",
                "There is no server "
                        + Visible.line(name)
                        + " in "
                        + around.workspace().folder()
                        + ".",
                hint(name, around));
    }

    private static String hint(String name, Surroundings around) throws InputException {
        List<String> known =
                around.workspace().snapshot().servers().stream().map(ServerEntry::name).toList();
        if (isHere(name, around)) {
            return "There is one in this folder: add --workspace .";
        }
        if (ADDRESS.matcher(name).matches()) {
            return "A URL begins with http:// or https://, as in http://" + name + ".";
        }
        if (!known.isEmpty()) {
            return Names.hint(name, known);
        }
        return around.invocation().command().equals("trust")
                ? "It has no servers; name another folder with --workspace."
                : "It has no servers; name another folder with --workspace, " + ELSE;
    }

    /// Whether the current folder has it, which is no workspace without `benchlight.yaml`.
    private static boolean isHere(String name, Surroundings around) {
        return around.invocation().value("--workspace") == null
                && Workspace.open(around.console().directory()).snapshot().server(name).isPresent();
    }
}
