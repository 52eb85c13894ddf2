package dev.benchlight.app.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.schema.SchemaProblem;

import org.junit.jupiter.api.Test;

import tools.jackson.core.JsonPointer;

class ArgumentsModelTest {
    private static final JsonPointer PLACE = JsonPointer.compile("/a");

    private final ArgumentsModel model = new ArgumentsModel("{\"a\": 1, \"b\": 2}");

    @Test
    void whatDoesNotParseYetIsKeptAndForbidsToSend() {
        model.hold(PLACE, "{\"half\":");

        assertThat(model.held(PLACE)).contains("{\"half\":");
        assertThat(model.text()).isEqualTo("{\"a\": 1, \"b\": 2}");
        assertThat(new Validity.Checked(model.unparsed()).sendable()).isFalse();
        assertThat(model.unparsed()).extracting(SchemaProblem::pointer).containsExactly(PLACE);
    }

    @Test
    void anEditElsewhereKeepsIt() {
        model.hold(PLACE, "{\"half\":");
        model.set(JsonPointer.compile("/b"), "3");

        assertThat(model.held(PLACE)).isPresent();
    }

    @Test
    void aNewValueAtThePlaceOrGivingUpEndsIt() {
        model.hold(PLACE, "{\"half\":");
        model.set(PLACE, "{}");
        assertThat(model.held(PLACE)).isEmpty();

        model.hold(PLACE, "[");
        model.release(PLACE);
        assertThat(new Validity.Checked(model.unparsed()).sendable()).isTrue();
    }
}
