package dev.benchlight.app.workspace;

import dev.benchlight.mcp.json.JsonText;
import dev.benchlight.mcp.json.WrittenDecimal;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// A YAML document as a JSON tree that still knows where each part stands.
final class YamlTree {
    private static final int DEEPEST = 100;
    private static final int LONGEST = 2 << 20;

    /// In digits. Reading a number takes the square of their count; JSON has the same limit.
    private static final int LONGEST_NUMBER = 1_000;

    private static final int MOST_NODES = 100_000;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Path file;

    /// `${name}`, and what stands in for its braces, which inside `{}` and `[]` would be YAML's
    /// own.
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^{}\\s]*)}");

    private static final char OPEN = '\ue000';
    private static final char CLOSE = '\ue001';

    private final @Nullable Node root;
    private final boolean masked;
    private int nodes;

    private YamlTree(Path file, @Nullable Node root, boolean masked) {
        this.file = file;
        this.root = root;
        this.masked = masked;
    }

    /// Reads one document; makes no object of any class named in it.
    static YamlTree parse(Path file, String text) throws BadFileException {
        LoadSettings settings =
                LoadSettings.builder()
                        .setLabel(file.toString())
                        .setMaxAliasesForCollections(ParserWords.MOST_ALIASES)
                        .build();
        if (text.length() > LONGEST) {
            throw new BadFileException(FileProblem.of(file, "it is larger than 2 MB"));
        }
        try {
            Optional<Node> root = compose(file, settings, text);
            return new YamlTree(file, root.orElse(null), false);
        } catch (MarkedYamlEngineException e) {
            Optional<Node> root = masked(file, settings, text);
            if (root.isPresent()) {
                return new YamlTree(file, root.get(), true);
            }
            Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
            throw new BadFileException(
                    new FileProblem(
                            file,
                            mark.map(m -> m.getLine() + 1).orElse(0),
                            mark.map(m -> m.getColumn() + 1).orElse(0),
                            "not valid YAML: " + ParserWords.of(e)));
        } catch (YamlEngineException e) {
            throw new BadFileException(
                    FileProblem.of(file, "not valid YAML: " + ParserWords.of(e)));
        }
    }

    /// Composing calls itself for each level, without end; the events before it do not.
    private static Optional<Node> compose(Path file, LoadSettings settings, String text)
            throws BadFileException {
        int depth = 0;
        int events = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                default -> events++;
            }
            if (depth > DEEPEST || events > MOST_NODES) {
                throw tooLarge(file);
            }
        }
        return new Compose(settings).composeString(text);
    }

    private static BadFileException tooLarge(Path file) {
        return new BadFileException(
                FileProblem.of(file, "not valid here: nested too deeply, or too large"));
    }

    /// The document with its references as plain words; all places stay the same.
    private static Optional<Node> masked(Path file, LoadSettings settings, String text)
            throws BadFileException {
        try {
            String plain = REFERENCE.matcher(text).replaceAll("\\$" + OPEN + "$1" + CLOSE);
            return compose(file, settings, plain);
        } catch (YamlEngineException e) {
            // What the text as it stands is refused for is said instead.
            return Optional.empty();
        }
    }

    private String value(ScalarNode scalar) {
        String value = scalar.getValue();
        return masked ? value.replace(OPEN, '{').replace(CLOSE, '}') : value;
    }

    JsonNode json() throws BadFileException {
        nodes = 0;
        return root == null ? MissingNode.getInstance() : json(root, 0);
    }

    /// Where the value of a top-level key, or of one within it (`auth.token`), stands; or else the
    /// document.
    FileProblem problemAt(String key, String message) {
        String[] names = key.split("\\.", 2);
        Optional<Node> holder = find(names[0]);
        Node at =
                holder.filter(_ -> names.length > 1)
                        .flatMap(node -> entry(node, names[1]))
                        .map(NodeTuple::getValueNode)
                        .or(() -> holder)
                        .orElse(root);
        Optional<Mark> mark = at == null ? Optional.empty() : at.getStartMark();
        return new FileProblem(
                file,
                mark.map(m -> m.getLine() + 1).orElse(0),
                mark.map(m -> m.getColumn() + 1).orElse(0),
                message);
    }

    /// The node of the value of a top-level key.
    Optional<Node> find(String key) {
        return entry(key).map(NodeTuple::getValueNode);
    }

    /// A top-level key with its value.
    Optional<NodeTuple> entry(String key) {
        return entry(root, key);
    }

    private static Optional<NodeTuple> entry(@Nullable Node node, String key) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
                    return Optional.of(tuple);
                }
            }
        }
        return Optional.empty();
    }

    private JsonNode json(Node node, int depth) throws BadFileException {
        // Aliases make a small text a large tree.
        if (depth > DEEPEST || ++nodes > MOST_NODES) {
            throw tooLarge(file);
        }
        return switch (node) {
            case MappingNode mapping -> object(mapping, depth);
            case SequenceNode sequence -> {
                ArrayNode array = JSON.arrayNode();
                for (Node item : sequence.getValue()) {
                    array.add(json(item, depth + 1));
                }
                yield array;
            }
            case ScalarNode scalar -> scalar(scalar);
            default -> JSON.missingNode();
        };
    }

    private ObjectNode object(MappingNode mapping, int depth) throws BadFileException {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw at(tuple.getKeyNode(), "a key must be a plain word");
            }
            String name = value(key);
            if (object.has(name)) {
                throw at(key, "the key \"" + PlainWord.of(name) + "\" stands here twice");
            }
            object.set(name, json(tuple.getValueNode(), depth + 1));
        }
        return object;
    }

    private JsonNode scalar(ScalarNode scalar) {
        String value = value(scalar);
        Tag tag = scalar.getTag();
        if (value.length() > LONGEST_NUMBER && (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT))) {
            return JSON.stringNode(value);
        }
        try {
            if (tag.equals(Tag.INT)) {
                return JSON.numberNode(new BigInteger(value));
            }
            if (tag.equals(Tag.FLOAT)) {
                BigDecimal number = new BigDecimal(value);
                return JSON.numberNode(
                        JsonText.isNumber(value) ? WrittenDecimal.of(number, value) : number);
            }
        } catch (NumberFormatException e) {
            // .inf and the like, which JSON does not have.
            return JSON.stringNode(value);
        }
        if (tag.equals(Tag.BOOL)) {
            return JSON.booleanNode(Boolean.parseBoolean(value));
        }
        return tag.equals(Tag.NULL) ? JSON.nullNode() : JSON.stringNode(value);
    }

    private BadFileException at(Node node, String message) {
        Optional<Mark> mark = node.getStartMark();
        return new BadFileException(
                new FileProblem(
                        file,
                        mark.map(m -> m.getLine() + 1).orElse(0),
                        mark.map(m -> m.getColumn() + 1).orElse(0),
                        message));
    }
}
