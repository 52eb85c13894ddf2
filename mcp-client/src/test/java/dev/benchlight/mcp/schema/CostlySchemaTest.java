package dev.benchlight.mcp.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// A schema that takes too long says where.
class CostlySchemaTest {
    @Test
    void aCheckThatIsStoppedNamesThePlaceInTheSchemaAndThatTheValueCanBeUsed() {
        StringBuilder definitions = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            String next = "{'$ref':'#/$defs/d" + (i + 1) + "'}";
            definitions.append("'d%d':{'allOf':[%s,%s]},".formatted(i, next, next));
        }
        String schema =
                "{'properties':{'fine':{'type':'string'},'deep':{'$ref':'#/$defs/d0'}},'$defs':{"
                        + definitions
                        + "'d30':{'type':'number'}}}";
        List<String> problems = Json.problems(schema, "{'fine':'x','deep':1}");
        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith("? The check against the schema took too long at /properties/deep/$ref")
                .endsWith(" and was stopped; the value can still be used unchecked.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'$ref':'#'}",
                "{'$ref':'#/$defs/a','$defs':{'a':{'$ref':'#/$defs/a'}}}",
                "{'anyOf':[{'$ref':'#/$defs/a'}],'$defs':{'a':{'allOf':[{'$ref':'#'}]}}}"
            })
    void aSchemaThatRefersToItselfWithoutEndIsCalledThat(String schema) {
        assertThat(Json.problems(schema, "1"))
                .singleElement()
                .asString()
                .startsWith("? The schema seems to refer to itself without end at /")
                .endsWith("so the check was stopped; the value can still be used unchecked.");
    }
}
