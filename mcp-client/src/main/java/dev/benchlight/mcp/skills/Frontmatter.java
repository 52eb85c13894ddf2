package dev.benchlight.mcp.skills;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The YAML between the first two `---` lines of a file.
final class Frontmatter {
    private static final Pattern BLOCK =
            Pattern.compile(
                    "\\A\\uFEFF?---[ \\t]*\\R(.*?)^---[ \\t]*$",
                    Pattern.DOTALL | Pattern.MULTILINE);
    private static final int LONGEST = 64 << 10;
    private static final int DEEPEST = 50;

    private Frontmatter() {}

    /// As a JSON object; empty if there is none, or it is too long, too deep or no valid YAML.
    /// Makes no object of any class named in it.
    static Optional<JsonNode> of(String text) {
        Matcher block = BLOCK.matcher(text.substring(0, Math.min(LONGEST, text.length())));
        if (!block.find()) {
            return Optional.empty();
        }
        LoadSettings settings = LoadSettings.builder().build();
        try {
            if (isUnfit(settings, block.group(1))) {
                return Optional.empty();
            }
            JsonNode json =
                    JsonMapper.shared()
                            .valueToTree(new Load(settings).loadFromString(block.group(1)));
            return Optional.of(json).filter(JsonNode::isObject);
        } catch (YamlEngineException e) {
            return Optional.empty();
        }
    }

    /// Whether both say the same; how a number is written is of no account.
    static boolean same(JsonNode one, JsonNode other) {
        return one.equals(Frontmatter::compare, other);
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (isFinite(one) && isFinite(other)) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }

    private static boolean isFinite(JsonNode node) {
        return node.isNumber() && Double.isFinite(node.doubleValue());
    }

    private static boolean isUnfit(LoadSettings settings, String yaml) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(yaml)) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                case Alias -> {
                    return true;
                }
                default -> {}
            }
            if (depth > DEEPEST) {
                return true;
            }
        }
        return false;
    }
}
