package dev.benchlight.app.workspace;

import dev.benchlight.mcp.wire.ServerConfig;

import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the words after `claude mcp` (and the like): `add [options] NAME [--] COMMAND…|URL`, or
/// `add-json NAME JSON`.
final class ClientAddLine {
    private final List<String> words;
    private final List<String> remarks = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<String> rest = new ArrayList<>();
    private String transport = "";

    private ClientAddLine(List<String> words) {
        this.words = words;
    }

    static ServerPaste read(List<String> words) {
        if (words.getFirst().equals("add-json")) {
            int json = words.size() - 1;
            while (json > 0 && !words.get(json).startsWith("{")) {
                json--;
            }
            return json > 1
                    ? PasteReader.json("\"" + words.get(json - 1) + "\":" + words.get(json))
                    : new ServerPaste(List.of(), List.of("There is no JSON behind add-json."));
        }
        return new ClientAddLine(words).read();
    }

    private ServerPaste read() {
        int at = 1;
        while (at < words.size()) {
            String word = words.get(at);
            if (word.equals("--")) {
                rest.addAll(words.subList(at + 1, words.size()));
                break;
            }
            // Behind name and command, options belong to the command.
            boolean behindCommand = rest.size() > 1 && !isUrl(rest.get(1));
            if (!word.startsWith("-") || behindCommand) {
                rest.add(word);
                at++;
            } else {
                at = option(word, at + 1);
            }
        }
        if (rest.size() < 2) {
            return new ServerPaste(
                    List.of(), List.of("The line must give a name, and a command or a url."));
        }
        return new ServerPaste(List.of(draft()), List.of());
    }

    private static boolean isUrl(String word) {
        return word.matches("(?i)https?://.*");
    }

    private int option(String word, int at) {
        int split = word.indexOf('=');
        String option = split < 0 ? word : word.substring(0, split);
        String value =
                split >= 0 ? word.substring(split + 1) : at < words.size() ? words.get(at) : "";
        int next = split >= 0 ? at : at + 1;
        switch (option) {
            case "-e", "--env" -> pair(value, "=", environment);
            case "-H", "--header" -> pair(value, ":", headers);
            case "-t", "--transport" -> transport = value;
            case "-s", "--scope" -> {}
            case "--url" -> rest.add(value);
            default -> {
                remarks.add("Not used: " + word + ".");
                return at;
            }
        }
        return next;
    }

    private void pair(String text, String separator, Map<String, String> into) {
        String[] pair = text.split(separator, 2);
        String value = pair.length > 1 ? pair[1].strip() : "";
        into.put(pair[0].strip(), value);
        LiteralKey.remark(remarks, pair[0].strip(), value);
    }

    private ServerDraft draft() {
        String name = rest.getFirst();
        String target = rest.get(1);
        if (isUrl(target)) {
            try {
                ServerConfig.Http http =
                        new ServerConfig.Http(name, EntryReader.url(target), headers);
                ServerConfig config = http.over(EntryReader.transport(transport));
                return new ServerDraft(name, config, remarks, false);
            } catch (URISyntaxException e) {
                remarks.add("The url is not valid: " + e.getReason() + ".");
                return new ServerDraft(name, null, remarks, false);
            }
        }
        LiteralKey.remark(remarks, rest.subList(2, rest.size()));
        ServerConfig config =
                new ServerConfig.Stdio(
                        name, target, rest.subList(2, rest.size()), environment, null);
        return new ServerDraft(name, config, remarks, false);
    }
}
