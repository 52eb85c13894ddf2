package dev.benchlight.mcp.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
