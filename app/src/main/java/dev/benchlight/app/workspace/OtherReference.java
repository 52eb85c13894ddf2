package dev.benchlight.app.workspace;

import dev.benchlight.mcp.wire.ServerConfig;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// References such as `${input:key}` that [Environment] has no value for by itself: those of other
/// clients, and variables that an environment of the workspace must name.
final class OtherReference {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\$\\{|\\$\\{([^}]*)\\}");
    private static final String INSTEAD =
            "; write the value, ${env:NAME} or ${secret:NAME} in its place.";

    /// What VS Code and those made from it fill in.
    private static final Set<String> EDITORS =
            Set.of(
                    "workspaceFolder",
                    "workspaceFolderBasename",
                    "workspaceRoot",
                    "userHome",
                    "pathSeparator",
                    "/",
                    "cwd",
                    "file",
                    "extensionPath");

    private OtherReference() {}

    /// What is to be done about one, as a sentence.
    ///
    /// @param reference what stands between the braces
    static String advice(String reference) {
        String written = "${" + reference + "}";
        if (reference.startsWith("input:")) {
            return written + " is asked for by the other client when it connects" + INSTEAD;
        }
        int defaults = reference.indexOf(":-");
        if (defaults > 0) {
            return written
                    + " has a default, which only the other client fills in; write the value, or"
                    + " ${env:"
                    + reference.substring(0, defaults)
                    + "} for the environment variable.";
        }
        if (reference.contains(":") || EDITORS.contains(reference)) {
            return written + " is filled in by the other client only" + INSTEAD;
        }
        return written
                + " must stand in an environment of the workspace; for the environment variable"
                + " write ${env:"
                + reference
                + "}.";
    }

    /// Remarks on each that stands in an entry, once.
    static void remark(List<String> remarks, ServerConfig config) {
        texts(config).stream()
                .flatMap(text -> REFERENCE.matcher(text).results())
                .map(OtherReference::name)
                .filter(name -> !name.isEmpty())
                .filter(name -> !name.startsWith("env:") && !name.startsWith("secret:"))
                .distinct()
                .forEach(name -> remarks.add(advice(name)));
    }

    private static String name(MatchResult found) {
        String name = found.group(1);
        return name == null ? "" : name.strip();
    }

    private static List<String> texts(ServerConfig config) {
        List<String> texts = new ArrayList<>();
        switch (config) {
            case ServerConfig.Stdio stdio -> {
                texts.add(stdio.command());
                texts.addAll(stdio.arguments());
                texts.addAll(stdio.environment().values());
                texts.add(stdio.directory() == null ? "" : stdio.directory().toString());
            }
            case ServerConfig.Http http -> {
                texts.add(EntryReader.written(http.url()));
                texts.addAll(http.headers().values());
                texts.addAll(AccessFields.of(http.access()).values());
            }
        }
        return texts;
    }
}
