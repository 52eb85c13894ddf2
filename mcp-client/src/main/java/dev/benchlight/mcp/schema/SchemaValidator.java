package dev.benchlight.mcp.schema;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.ValidationLimitExceededException;
import com.networknt.schema.path.PathType;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Validates values against JSON Schema 2020-12 (other drafts by their `$schema`) within a budget
/// of two seconds; nothing is ever fetched. Blocks, so never call it on the JavaFX thread.
public final class SchemaValidator {
    private static final long BUDGET_MILLIS = 2_000;
    private static final long MAX_STEPS = 5_000_000;
    private static final int MAX_DEPTH = 2_000;
    private static final long STACK_BYTES = 64L << 20;
    private static final int MAX_EXPONENT = 10_000;

    private SchemaValidator() {}

    /// The problems of `value`, in document order; empty if it is valid.
    public static List<SchemaProblem> validate(JsonNode schema, JsonNode value) {
        List<SchemaProblem> problems = new ArrayList<>();
        if (schema.isMissingNode() || schema.isNull()) {
            return problems;
        }
        if (!schema.isObject() && !schema.isBoolean()) {
            return List.of(unchecked("The schema is neither an object nor a boolean."));
        }
        ForeignRefs.in(schema)
                .forEach(ref -> problems.add(unchecked("Not fetched, so not checked: " + ref)));
        JsonPointer huge = hugeNumber(value, JsonPointer.empty());
        if (huge != null) {
            problems.add(SchemaProblem.unchecked(huge, "The number is too large to be checked."));
            return problems;
        }
        problems.addAll(bounded(schema, value));
        return problems;
    }

    private static List<SchemaProblem> bounded(JsonNode schema, JsonNode value) {
        FutureTask<List<SchemaProblem>> task = new FutureTask<>(() -> check(schema, value));
        Thread thread = new Thread(null, task, "schema-validation", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(BUDGET_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return List.of(unchecked("The validation took too long and was stopped."));
        } catch (ExecutionException e) {
            return List.of(unchecked(reason(e.getCause() == null ? e : e.getCause())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(unchecked("The validation was interrupted."));
        } finally {
            task.cancel(true);
        }
    }

    private static String reason(Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof PatternBudget.TooCostly) {
                return "Not checked: " + t.getMessage() + ".";
            }
        }
        return cause instanceof StackOverflowError
                        || cause instanceof ValidationLimitExceededException
                ? "The validation took too long and was stopped."
                : "The schema could not be applied: "
                        + firstLine(String.valueOf(cause.getMessage()));
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    private static List<SchemaProblem> check(JsonNode schema, JsonNode value) {
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder()
                        .regularExpressionFactory(PatternBudget::compile)
                        .pathType(PathType.JSON_POINTER)
                        .formatAssertionsEnabled(true)
                        .losslessNarrowing(true)
                        .locale(Locale.ENGLISH)
                        .build();
        SchemaRegistry registry =
                SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder ->
                                builder.schemaRegistryConfig(config)
                                        .resourceLoaders(
                                                loaders -> loaders.add(iri -> () -> anything())));
        ExecutionConfig limits =
                ExecutionConfig.builder()
                        .maxEvaluationSteps(MAX_STEPS)
                        .maxEvaluationDepth(MAX_DEPTH)
                        .formatAssertionsEnabled(true)
                        .locale(Locale.ENGLISH)
                        .build();
        Schema compiled = registry.getSchema(withKnownDialect(schema));
        List<Error> errors =
                compiled.validate(value, context -> context.setExecutionConfig(limits));
        return ProblemWriter.problems(errors, value);
    }

    /// Stands in for every schema that would have to be fetched.
    private static ByteArrayInputStream anything() {
        return new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode withKnownDialect(JsonNode schema) {
        String dialect = schema.path("$schema").asString("");
        if (dialect.isEmpty() || SpecificationVersion.fromDialectId(dialect).isPresent()) {
            return schema;
        }
        ObjectNode copy = (ObjectNode) schema.deepCopy();
        copy.remove("$schema");
        return copy;
    }

    private static @Nullable JsonPointer hugeNumber(JsonNode value, JsonPointer at) {
        if (value.isPojo()) {
            return at;
        }
        if (value.isBigDecimal() && Math.abs((long) value.decimalValue().scale()) > MAX_EXPONENT) {
            return at;
        }
        int index = 0;
        for (JsonNode item : value.isArray() ? value : List.<JsonNode>of()) {
            JsonPointer found = hugeNumber(item, at.appendIndex(index++));
            if (found != null) {
                return found;
            }
        }
        for (var member : value.properties()) {
            JsonPointer found = hugeNumber(member.getValue(), at.appendProperty(member.getKey()));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static SchemaProblem unchecked(String message) {
        return SchemaProblem.unchecked(JsonPointer.empty(), message);
    }
}
