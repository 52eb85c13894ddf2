package dev.benchlight.app.workspace;

import dev.benchlight.mcp.wire.HttpAccess;
import dev.benchlight.mcp.wire.ServerConfig;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Changes a server's YAML where it differs from what is wanted, and nowhere else. The result is
/// read back before anyone writes it.
final class ServerEdit {
    private final YamlTree yaml;
    private final String text;
    private final List<Change> changes = new ArrayList<>();
    private final StringBuilder added = new StringBuilder();

    /// Characters of the text that give way to others.
    private record Change(int from, int to, String replacement) {}

    private ServerEdit(YamlTree yaml, String text) {
        this.yaml = yaml;
        this.text = text;
    }

    /// The text with the wanted server in it.
    ///
    /// @throws InputException the text is written in a way that cannot be edited safely
    static String apply(Path file, String text, ServerConfig wanted)
            throws BadFileException, InputException {
        ServerEdit edit = new ServerEdit(YamlTree.parse(file, text), text);
        ServerConfig present = read(file, text);
        if (present == null) {
            throw unsafe(file);
        }
        edit.change(present, wanted);
        String result = edit.result();
        if (!says(wanted, file, result)) {
            throw unsafe(file);
        }
        return result;
    }

    private static boolean says(ServerConfig wanted, Path file, String text) {
        try {
            return wanted.equals(read(file, text));
        } catch (BadFileException e) {
            return false;
        }
    }

    private static InputException unsafe(Path file) {
        return new InputException(
                "not-editable",
                "The file is written in a way that cannot be edited here: " + file + ".",
                "Edit the file itself.");
    }

    private static @Nullable ServerConfig read(Path file, String text) throws BadFileException {
        JsonNode json = YamlTree.parse(file, text).json();
        String name = json.path("name").asString(WorkspaceReader.stem(file));
        return EntryReader.read(name, json).config();
    }

    private void change(ServerConfig present, ServerConfig wanted) {
        if (!present.name().equals(wanted.name())) {
            scalar(wanted.name(), "name");
        }
        if (wanted instanceof ServerConfig.Stdio to) {
            if (present instanceof ServerConfig.Stdio from) {
                change(from, to);
            } else {
                List.of("url", "serverUrl", "httpUrl", "headers", "type", "transport", "auth")
                        .forEach(this::remove);
                AccessFields.PLAIN.forEach(this::remove);
                change(new ServerConfig.Stdio("", "", List.of(), Map.of(), null), to);
            }
        } else if (wanted instanceof ServerConfig.Http to) {
            List.of("command", "args", "arguments", "env", "cwd", "directory")
                    .forEach(this::remove);
            ServerConfig.Http from = present instanceof ServerConfig.Http http ? http : null;
            if (from == null || !from.url().equals(to.url())) {
                scalar(ServerText.url(to), "url", "serverUrl", "httpUrl");
            }
            if (from == null || !from.headers().equals(to.headers())) {
                map(to.headers(), "headers");
            }
            changeAccess(from == null ? HttpAccess.DEFAULT : from.access(), to.access());
            ServerConfig.Transport before =
                    from == null ? ServerConfig.Transport.AUTO : from.transport();
            if (to.transport() != before) {
                remove("type");
                remove("transport");
                if (to.transport() == ServerConfig.Transport.SSE) {
                    scalar("sse", "transport");
                }
            }
        }
    }

    private void changeAccess(HttpAccess from, HttpAccess to) {
        Map<String, String> before = AccessFields.of(from);
        Map<String, String> after = AccessFields.of(to);
        for (String name : AccessFields.PLAIN) {
            String value = after.get(name);
            if (value == null && before.containsKey(name)) {
                remove(name);
            } else if (value != null && !value.equals(before.get(name))) {
                scalar(value, name);
            }
        }
        if (!from.auth().equals(to.auth())) {
            map(to.auth(), "auth");
        }
    }

    private void change(ServerConfig.Stdio from, ServerConfig.Stdio to) {
        if (!from.command().equals(to.command())) {
            scalar(to.command(), "command");
        }
        if (!from.arguments().equals(to.arguments())) {
            list(to.arguments(), "args", "arguments");
        }
        if (!from.environment().equals(to.environment())) {
            map(to.environment(), "env");
        }
        String folder = to.directory() == null ? "" : to.directory().toString();
        if (!folder.equals(from.directory() == null ? "" : from.directory().toString())) {
            if (folder.isEmpty()) {
                remove("cwd");
                remove("directory");
            } else {
                scalar(folder, "cwd", "directory");
            }
        }
    }

    private void scalar(String value, String... keys) {
        Optional<NodeTuple> entry = find(keys);
        if (entry.isPresent() && entry.get().getValueNode() instanceof ScalarNode node) {
            replace(node, value);
        } else {
            put(entry, keys[0] + ": " + ServerText.scalar(value) + "\n");
        }
    }

    private void list(List<String> values, String... keys) {
        Optional<NodeTuple> entry = find(keys);
        if (entry.isPresent()
                && entry.get().getValueNode() instanceof SequenceNode node
                && node.getValue().size() == values.size()
                && node.getValue().stream().allMatch(ScalarNode.class::isInstance)) {
            for (int i = 0; i < values.size(); i++) {
                replace((ScalarNode) node.getValue().get(i), values.get(i));
            }
        } else {
            put(entry, ServerText.list(keys[0], values));
        }
    }

    private void map(Map<String, String> values, String key) {
        Optional<NodeTuple> entry = find(key);
        if (entry.isPresent()
                && entry.get().getValueNode() instanceof MappingNode node
                && node.getValue().size() == values.size()
                && node.getValue().stream().allMatch(tuple -> named(tuple, values) != null)) {
            for (NodeTuple tuple : node.getValue()) {
                String value = named(tuple, values);
                if (value != null && tuple.getValueNode() instanceof ScalarNode scalar) {
                    replace(scalar, value);
                }
            }
        } else {
            put(entry, ServerText.map(key, values));
        }
    }

    private static @Nullable String named(NodeTuple tuple, Map<String, String> values) {
        return tuple.getKeyNode() instanceof ScalarNode name
                        && tuple.getValueNode() instanceof ScalarNode
                ? values.get(name.getValue())
                : null;
    }

    private void replace(ScalarNode node, String value) {
        if (!node.getValue().equals(value)) {
            int to = end(node);
            changes.add(
                    new Change(
                            start(node),
                            to,
                            ServerText.scalar(value)
                                    + (text.startsWith("\n", to - 1) ? "\n" : "")));
        }
    }

    /// Puts whole lines in the place of an entry, or at the end.
    private void put(Optional<NodeTuple> entry, String lines) {
        if (entry.isEmpty()) {
            added.append(lines);
        } else if (lines.isEmpty()) {
            remove(entry.get());
        } else {
            changes.add(
                    new Change(
                            start(entry.get().getKeyNode()),
                            end(entry.get().getValueNode()),
                            lines.stripTrailing()));
        }
    }

    private void remove(String key) {
        yaml.entry(key).ifPresent(this::remove);
    }

    private void remove(NodeTuple entry) {
        int newline = text.indexOf('\n', end(entry.getValueNode()) - 1);
        changes.add(
                new Change(
                        start(entry.getKeyNode()), newline < 0 ? text.length() : newline + 1, ""));
    }

    private Optional<NodeTuple> find(String... keys) {
        for (String key : keys) {
            Optional<NodeTuple> entry = yaml.entry(key);
            if (entry.isPresent()) {
                return entry;
            }
        }
        return Optional.empty();
    }

    private int start(Node node) {
        // Marks count code points.
        return text.offsetByCodePoints(0, node.getStartMark().orElseThrow().getIndex());
    }

    /// Where the last word of a node ends; what follows, such as a comment, is not the node's.
    private int end(Node node) {
        if (node instanceof SequenceNode list && list.getFlowStyle() != FlowStyle.FLOW) {
            return end(list.getValue().getLast());
        }
        if (node instanceof MappingNode map && map.getFlowStyle() != FlowStyle.FLOW) {
            return end(map.getValue().getLast().getValueNode());
        }
        return text.offsetByCodePoints(0, node.getEndMark().orElseThrow().getIndex());
    }

    private String result() {
        StringBuilder result = new StringBuilder(text);
        changes.sort(Comparator.comparingInt(Change::from).reversed());
        changes.forEach(change -> result.replace(change.from(), change.to(), change.replacement()));
        if (!added.isEmpty() && !result.isEmpty() && result.charAt(result.length() - 1) != '\n') {
            result.append('\n');
        }
        return result.append(added).toString();
    }
}
