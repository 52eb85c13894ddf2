package dev.benchlight.app.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.doctor.Offer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Random;

class CatalogueDiffTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    /// Of the arguments of one tool: a breaks, b behaves otherwise, d is words.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"properties": {"a": {}}}        | {"properties": {}}                          | BREAKING    | /inputSchema/properties/a was removed
                    {"properties": {"a": {"type": "string"}}} | {"properties": {"b": {"type": "string"}}} | BREAKING | or is called b now
                    {"properties": {}}               | {"properties": {"a": {}}}                   | BEHAVIOURAL | was added
                    {}                               | {"required": ["a"]}                         | BREAKING    | asks for a now
                    {"required": ["a"]}              | {"required": []}                            | BEHAVIOURAL | no longer asks for a
                    {"type": ["string", "null"]}     | {"type": "string"}                          | BREAKING    | /inputSchema/type was
                    {"type": "string"}               | {"type": ["string", "null"]}                | BEHAVIOURAL | /inputSchema/type was
                    {"type": "number"}               | {"type": "integer"}                         | BREAKING    | /inputSchema/type was
                    {"type": "integer"}              | {"type": "number"}                          | BEHAVIOURAL | /inputSchema/type was
                    {"enum": ["a", "b"]}             | {"enum": ["a"]}                             | BREAKING    | /inputSchema/enum was
                    {"enum": ["a"]}                  | {"enum": ["b", "a"]}                        | BEHAVIOURAL | /inputSchema/enum was
                    {}                               | {"enum": ["a"]}                             | BREAKING    | was added
                    {"enum": ["a"]}                  | {}                                          | BEHAVIOURAL | was removed
                    {"minimum": 1}                   | {"minimum": 2}                              | BREAKING    | was 1 and is 2
                    {"minimum": 2}                   | {"minimum": 1}                              | BEHAVIOURAL | was 2 and is 1
                    {"maxLength": 9}                 | {"maxLength": 8}                            | BREAKING    | was 9 and is 8
                    {}                               | {"maxItems": 1}                             | BREAKING    | was added: 1
                    {"maxItems": 1}                  | {}                                          | BEHAVIOURAL | was removed
                    {}                               | {"pattern": "a"}                            | BREAKING    | was added
                    {"pattern": "a"}                 | {}                                          | BEHAVIOURAL | was removed
                    {}                               | {"additionalProperties": false}             | BREAKING    | was added: false
                    {"additionalProperties": false}  | {}                                          | BEHAVIOURAL | was removed
                    {"default": 1}                   | {"default": 2}                              | BEHAVIOURAL | was 1 and is 2
                    {"description": "x"}             | {"description": "y"}                        | DESCRIPTION | was "x" and is "y"
                    {"examples": [1]}                | {"examples": [2]}                           | DESCRIPTION | was [1] and is [2]
                    {"anyOf": [{"type": "string"}, {"type": "null"}]} | {"anyOf": [{"type": "string"}]} | BREAKING | /inputSchema/anyOf was
                    {"anyOf": [{"type": "string"}]}  | {"anyOf": [{"type": "string"}, {"const": 1}]} | BEHAVIOURAL | /inputSchema/anyOf was
                    {"anyOf": [{"minimum": 1}, {"const": 0}]} | {"anyOf": [{"const": 0}, {"minimum": 2}]} | BREAKING | /inputSchema/anyOf/1/minimum was
                    {"items": {"type": "string"}}    | {"items": {"type": "null"}}                 | BREAKING    | /inputSchema/items/type was
                    {"$defs": {"d": {"maximum": 3}}} | {"$defs": {"d": {"maximum": 2}}}            | BREAKING    | /inputSchema/$defs/d/maximum was
                    {"$ref": "#/$defs/d"}            | {"$ref": "#/$defs/e"}                       | BREAKING    | /inputSchema/$ref was
                    """)
    void aChangeOfArgumentsIsToldByWhatItDoes(
            String before, String after, Impact impact, String message) {
        String tool = "{\"name\": \"t\", \"inputSchema\": %s}";

        List<Change> changes = diff(tool.formatted(before), tool.formatted(after));

        assertThat(changes).hasSize(1);
        assertThat(changes.getFirst().impact()).isEqualTo(impact);
        assertThat(changes.getFirst().sentence()).startsWith("tool t at ").contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"properties": {"a": {}}}  | {"properties": {}}          | BREAKING
                    {"required": ["a"]}        | {}                          | BREAKING
                    {}                         | {"required": ["a"]}         | BEHAVIOURAL
                    {"type": "string"}         | {"type": ["string", "null"]} | BREAKING
                    {"type": ["string", "null"]} | {"type": "string"}        | BEHAVIOURAL
                    {"maximum": 2}             | {"maximum": 1}              | BEHAVIOURAL
                    {"description": "a"}       | {}                          | DESCRIPTION
                    """)
    void ofResultsWhatPromisesLessBreaks(String before, String after, Impact impact) {
        String tool = "{\"name\": \"t\", \"outputSchema\": %s}";

        assertThat(diff(tool.formatted(before), tool.formatted(after)))
                .extracting(Change::impact)
                .containsExactly(impact);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"name": "t", "description": "a"} | {"name": "t", "description": "b"}  | DESCRIPTION
                    {"name": "t", "title": "a"}       | {"name": "t"}                      | DESCRIPTION
                    {"name": "t"} | {"name": "t", "annotations": {"readOnlyHint": true}}   | BEHAVIOURAL
                    {"name": "t"} | {"name": "t", "annotations": {"title": "T"}}           | DESCRIPTION
                    {"name": "t", "outputSchema": {}} | {"name": "t"}                      | BREAKING
                    {"name": "t"} | {"name": "t", "outputSchema": {}}                      | BEHAVIOURAL
                    {"name": "t"} | {"name": "t", "execution": {"taskSupport": "required"}} | BEHAVIOURAL
                    {"name": "t"} | {"name": "u"}                                          | BREAKING
                    """)
    void aChangeOfAToolIsToldByWhatItDoes(String before, String after, Impact impact) {
        assertThat(diff(before, after).getFirst().impact()).isEqualTo(impact);
    }

    @Test
    void theWorstChangeStandsFirst() {
        List<Change> changes =
                diff(
                        "{\"name\": \"t\", \"description\": \"a\", \"inputSchema\": {}}",
                        "{\"name\": \"t\", \"description\": \"b\", \"inputSchema\": {\"required\": [\"x\"]}}");

        assertThat(changes)
                .extracting(Change::impact)
                .containsExactly(Impact.BREAKING, Impact.DESCRIPTION);
    }

    @Test
    void promptsResourcesAndTheServerItselfAreCompared() {
        Offer before =
                offer(
                        """
                        {"serverInfo": {"version": "1"}, "instructions": "a", "capabilities": {"tools": {}}}
                        """,
                        "{\"name\": \"p\", \"arguments\": [{\"name\": \"x\"}, {\"name\": \"y\"}]}",
                        "{\"uri\": \"a:b\", \"name\": \"r\", \"size\": 1}");
        Offer after =
                offer(
                        """
                        {"serverInfo": {"version": "2"}, "instructions": "b", "capabilities": {"prompts": {}}}
                        """,
                        "{\"name\": \"p\", \"arguments\": [{\"name\": \"x\", \"required\": true}]}",
                        "{\"uri\": \"a:b\", \"name\": \"r\", \"size\": 2}");

        assertThat(between(before, after))
                .extracting(change -> change.impact().word() + " " + change.sentence())
                .containsExactly(
                        "breaking server at /capabilities/tools was removed; it was {}",
                        "breaking prompt p at /arguments/x is required now",
                        "breaking prompt p at /arguments/y was removed",
                        "behavioural server at /instructions was \"a\" and is \"b\"",
                        "behavioural server at /capabilities/prompts was added: {}",
                        "description server at /serverInfo was {\"version\":\"1\"} and is"
                                + " {\"version\":\"2\"}");
    }

    /// Whatever a catalogue holds, it is itself, also in another order and after a file.
    @Test
    void aCatalogueIsTheSameInAnyOrder() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Offer offer = RandomOffers.offer(random);
            CatalogueSnapshot one = CatalogueSnapshot.of(offer);
            CatalogueSnapshot other = CatalogueSnapshot.of(RandomOffers.shuffled(offer, random));

            assertThat(CatalogueDiff.between(one, one)).as("seed %d", seed).isEmpty();
            assertThat(CatalogueDiff.between(one, other)).as("seed %d", seed).isEmpty();
            assertThat(other.text()).as("seed %d", seed).isEqualTo(one.text());
            assertThat(CatalogueSnapshot.parse(one.text())).contains(one);
        }
    }

    /// Nothing is overlooked: two catalogues that differ have a change.
    @Test
    void whatIsNotTheSameIsTold() {
        for (int seed = 0; seed < 200; seed++) {
            CatalogueSnapshot one = CatalogueSnapshot.of(RandomOffers.offer(new Random(seed)));
            CatalogueSnapshot other =
                    CatalogueSnapshot.of(RandomOffers.offer(new Random(seed + 1000)));

            assertThat(CatalogueDiff.between(one, other).isEmpty())
                    .as("seed %d", seed)
                    .isEqualTo(one.equals(other));
        }
    }

    private static List<Change> diff(String before, String after) {
        return between(tools(before), tools(after));
    }

    private static List<Change> between(Offer before, Offer after) {
        return CatalogueDiff.between(CatalogueSnapshot.of(before), CatalogueSnapshot.of(after));
    }

    private static Offer tools(String tool) {
        return new Offer(
                false,
                JSON.readTree("{}"),
                List.of(JSON.readTree(tool)),
                List.of(),
                List.of(),
                List.of());
    }

    private static Offer offer(String server, String prompt, String resource) {
        return new Offer(
                false,
                JSON.readTree(server),
                List.of(),
                List.of(JSON.readTree(prompt)),
                List.of(JSON.readTree(resource)),
                List.of());
    }
}
