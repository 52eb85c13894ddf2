package dev.benchlight.app.workspace;

import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import tools.jackson.core.JacksonException;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a parser found wrong with a text, in words for people who do not know the parser. What has
/// no words here is only said to be wrong; its line and column stand beside it. Of the text itself
/// only a [PlainWord] is repeated.
final class ParserWords {
    /// Of those of lists and mappings in one YAML document.
    static final int MOST_ALIASES = 50;

    private static final String UNKNOWN = "this cannot be read here";

    /// Tried in this order; `$1` is the first group.
    private static final List<Saying> JSON =
            List.of(
                    saying("Unexpected end-of-input", "the text ends before it is complete"),
                    saying("Duplicate \\w+ property \"(.*)\"", "the key \"$1\" stands here twice"),
                    saying("double-quote to start", "a name in double quotes must stand here"),
                    saying("was expecting comma", "a comma is missing before this"),
                    saying("was expecting a colon", "a colon is missing before this"),
                    saying("Unexpected close marker '(.)'", "this '$1' closes nothing"),
                    saying("Unrecognized token '(.*?)'", "$1 is no value; a text needs quotes"),
                    saying("CTRL-CHAR", "a control character or line end stands inside a text"),
                    saying("escape", "no such escape with a backslash is known"),
                    saying("Leading zeroes", "a number must not begin with zeros"),
                    saying("Unexpected character \\('(.)'", "a '$1' cannot stand here"),
                    saying("[Nn]esting depth", "it is nested too deeply"));

    private static final List<Saying> YAML =
            List.of(
                    saying("TAB", "a tab stands here; YAML is indented with blanks only"),
                    saying(
                            "character '(.+?)' that cannot start",
                            "a value cannot begin with $1; put it in quotes"),
                    saying(
                            "mapping values are not allowed",
                            "a colon cannot stand here; put the text in quotes, or mend the"
                                    + " indentation"),
                    saying("are not allowed here", "this does not fit the indentation above it"),
                    saying("expected <block end>", "this does not fit the indentation above it"),
                    saying("could not find expected ':'", "a key without a colon stands before"),
                    saying(
                            "unexpected (end of stream|document separator)",
                            "a quoted text has no end"),
                    saying(
                            "expected ',' or '(.)'",
                            "a comma or the closing $1 is missing before this"),
                    saying("expected the node content", "a value is missing before this"),
                    saying("single document", "a second document begins here; only one is read"),
                    saying("undefined alias (.*)", "nothing is marked as &$1 before this"),
                    saying("escape", "no such escape with a backslash is known"),
                    saying("special characters", "a control character stands here"));

    /// Of a failure that has no place.
    private static final List<Saying> YAML_WHOLE =
            List.of(
                    saying("aliases", "too many aliases (at most " + MOST_ALIASES + ")"),
                    saying(
                            "special characters|Surrogate",
                            "it holds a character YAML does not allow"));

    private ParserWords() {}

    private record Saying(Pattern said, String words) {
        String with(MatchResult found) {
            return found.groupCount() == 0
                    ? words
                    : words.replace("$1", PlainWord.of(found.group(1)));
        }
    }

    private static Saying saying(String said, String words) {
        return new Saying(Pattern.compile(said), words);
    }

    static String of(JacksonException failure) {
        return words(JSON, failure.getOriginalMessage());
    }

    static String of(MarkedYamlEngineException failure) {
        String context = failure.getContext() == null ? "" : failure.getContext() + " ";
        return words(YAML, context + failure.getProblem());
    }

    static String of(YamlEngineException failure) {
        return words(YAML_WHOLE, String.valueOf(failure.getMessage()));
    }

    private static String words(List<Saying> sayings, String message) {
        for (Saying saying : sayings) {
            Matcher found = saying.said().matcher(message);
            if (found.find()) {
                return saying.with(found);
            }
        }
        return UNKNOWN;
    }
}
