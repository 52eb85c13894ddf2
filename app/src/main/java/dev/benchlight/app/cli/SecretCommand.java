package dev.benchlight.app.cli;

import dev.benchlight.app.auth.KeptTokens;
import dev.benchlight.app.secrets.Secrets;
import dev.benchlight.app.workspace.InputException;
import dev.benchlight.app.workspace.Names;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `secret set`, `secret forget`, `secret list`: what is kept, never its value.
final class SecretCommand {
    private static final List<String> ACTIONS = List.of("list", "set", "forget");

    /// What the names of secrets begin with, and what the user calls that.
    private static final Map<String, String> KINDS =
            Map.of(
                    Secrets.NAMED, "secret",
                    KeptTokens.TOKENS, "tokens of",
                    KeptTokens.CLIENT, "client of");

    private SecretCommand() {}

    static Reply run(Surroundings around) throws InputException {
        List<String> words = around.invocation().words();
        String action = words.isEmpty() ? "list" : words.getFirst();
        List<String> rest = words.subList(Math.min(1, words.size()), words.size());
        Reply reply =
                switch (action) {
                    case "list" -> {
                        if (!rest.isEmpty()) {
                            throw SessionCommand.tooMany("secret list", rest.getFirst());
                        }
                        yield list(around.secrets());
                    }
                    case "set" -> set(around, name(action, rest));
                    case "forget" -> forget(around.secrets(), name(action, rest));
                    default ->
                            throw new InputException(
                                    "usage",
                                    "There is no command secret " + Visible.line(action) + ".",
                                    Names.hint(action, ACTIONS));
                };
        return reply.with(around.warnings());
    }

    private static String name(String action, List<String> words) throws InputException {
        if (words.isEmpty() || words.getFirst().isBlank()) {
            throw new InputException(
                    "usage",
                    "The command secret " + action + " needs a NAME.",
                    "See: benchlight secret --help");
        }
        if (words.size() > 1) {
            throw new InputException(
                    "usage",
                    "The command secret " + action + " takes a NAME alone.",
                    "The value is read from standard input, since a command line is seen by others.");
        }
        return words.getFirst();
    }

    private static Reply set(Surroundings around, String name) throws InputException {
        String value;
        try {
            value = around.console().secret("Value of " + Visible.line(name) + ": ");
        } catch (IOException e) {
            throw new InputException("usage", "The value could not be read: " + e.getMessage());
        }
        if (value == null || value.isEmpty()) {
            throw new InputException(
                    "usage", "There is no value.", "Type it, or give it on standard input.");
        }
        Secrets.Place place = around.secrets().put(Secrets.NAMED + name, value);
        if (place == Secrets.Place.MEMORY) {
            throw new InputException(
                    "not-saved",
                    "The secret could not be kept: " + String.join(" ", around.secrets().notices()),
                    "Set " + Secrets.PASSPHRASE + " to keep secrets in an encrypted file.");
        }
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("name", name).put("kept", place.words());
        return Reply.done(json, "Kept " + Visible.line(name) + ", " + place.words() + ".");
    }

    private static Reply forget(Secrets secrets, String name) throws InputException {
        List<String> known = secrets.names();
        List<String> gone =
                KINDS.keySet().stream().map(kind -> kind + name).filter(known::contains).toList();
        if (gone.isEmpty() && known.isEmpty() && !secrets.notices().isEmpty()) {
            throw new InputException(
                    "secrets-unreadable",
                    "What is kept cannot be read: " + String.join(" ", secrets.notices()));
        }
        if (gone.isEmpty()) {
            List<String> names =
                    known.stream().map(full -> full.substring(full.indexOf(':') + 1)).toList();
            throw new InputException(
                    "unknown-secret",
                    "There is no secret " + Visible.line(name) + ".",
                    names.isEmpty() ? "None is kept." : Names.hint(name, names));
        }
        for (String full : gone) {
            if (!secrets.forget(full)) {
                throw new InputException("not-forgotten", String.join(" ", secrets.notices()));
            }
        }
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("forgotten", name);
        return Reply.done(json, "Forgot " + Visible.line(name) + ".");
    }

    private static String nothing(Secrets secrets) {
        return secrets.notices().isEmpty() ? "nothing is kept" : "nothing that can be read is kept";
    }

    private static Reply list(Secrets secrets) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        List<String> names = secrets.names();
        String place = names.isEmpty() ? nothing(secrets) : "kept " + secrets.place().words();
        json.put("kept", names.isEmpty() ? "" : secrets.place().words());
        List<List<String>> rows = new ArrayList<>();
        List.of(Secrets.NAMED, KeptTokens.TOKENS, KeptTokens.CLIENT)
                .forEach(kind -> {
                    var array = json.putArray(kind.replace(":", "").replaceFirst("([^s])$", "$1s"));
                    names.stream()
                            .filter(name -> name.startsWith(kind))
                            .map(name -> name.substring(kind.length()))
                            .forEach(name -> {
                                array.add(name);
                                rows.add(List.of(String.valueOf(KINDS.get(kind)), name));
                            });
                });
        String text = rows.isEmpty() ? "" : Table.of(rows, Integer.MAX_VALUE) + "\n";
        return Reply.done(json, text + place);
    }
}
