package dev.benchlight.mcp.schema;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.ValidationLimitExceededException;
import com.networknt.schema.path.PathType;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Validates values against JSON Schema 2020-12 (other drafts by their `$schema`) within a budget
/// of two seconds; nothing is ever fetched. Blocks, so never call it on the JavaFX thread.
public final class SchemaValidator {
    private static final long PREPARATION_MILLIS = 10_000;
    private static final long BUDGET_MILLIS = 2_000;
    private static final long MAX_STEPS = 3_000_000;
    private static final int MAX_DEPTH = 2_000;
    private static final long STACK_BYTES = 64L << 20;

    private static final String TOO_LONG = "The validation took too long and was stopped.";

    private SchemaValidator() {}

    /// The problems of `value`, at most some hundred; empty if it is valid. What of the schema
    /// can't be applied is a problem with `checked == false`, and the rest of it holds.
    ///
    /// @param schema nothing is checked if it is missing or null
    /// @param value also one with nodes that only write their text
    ///   ([dev.benchlight.mcp.json.JsonDocument#wireTree()])
    public static List<SchemaProblem> validate(JsonNode schema, JsonNode value) {
        return validate(schema, value, BUDGET_MILLIS);
    }

    static List<SchemaProblem> validate(JsonNode schema, JsonNode value, long budgetMillis) {
        if (schema.isMissingNode() || schema.isNull()) {
            return List.of();
        }
        if (!schema.isObject() && !schema.isBoolean()) {
            return List.of(unchecked("The schema is neither an object nor a boolean."));
        }
        return bounded(schema, value, budgetMillis);
    }

    /// The budget is for the evaluation; before it, classes may have to be loaded.
    private static List<SchemaProblem> bounded(JsonNode schema, JsonNode value, long budgetMillis) {
        CountDownLatch ready = new CountDownLatch(1);
        FutureTask<List<SchemaProblem>> task =
                new FutureTask<>(() -> check(schema, value, ready::countDown));
        Thread thread = new Thread(null, task, "schema-validation", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            boolean inTime = ready.await(PREPARATION_MILLIS + budgetMillis, TimeUnit.MILLISECONDS);
            return task.get(inTime ? budgetMillis : 0, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return List.of(unchecked(TOO_LONG));
        } catch (ExecutionException e) {
            return List.of(unchecked(reason(e.getCause() == null ? e : e.getCause())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(unchecked("The validation was interrupted."));
        }
    }

    private static String reason(Throwable cause) {
        return cause instanceof StackOverflowError
                        || cause instanceof ValidationLimitExceededException
                ? TOO_LONG
                : "The schema could not be applied: "
                        + firstLine(String.valueOf(cause.getMessage()));
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    private static List<SchemaProblem> check(JsonNode schema, JsonNode value, Runnable ready) {
        try {
            SoundSchema.Sound sound = SoundSchema.of(schema);
            PlainNumbers.Plain plain = PlainNumbers.of(value);
            Patterns patterns = new Patterns();
            Schema compiled = registry(patterns).getSchema(sound.schema());
            ready.run();
            List<Error> errors =
                    compiled.validate(
                            plain.value(), context -> context.setExecutionConfig(limits()));
            List<SchemaProblem> problems =
                    new ArrayList<>(
                            new ProblemWriter(value, patterns.tooCostly(), plain.standIns())
                                    .problems(errors));
            problems.addAll(sound.notes());
            return List.copyOf(problems);
        } finally {
            ready.run();
        }
    }

    private static ExecutionConfig limits() {
        return ExecutionConfig.builder()
                .maxEvaluationSteps(MAX_STEPS)
                .maxEvaluationDepth(MAX_DEPTH)
                .formatAssertionsEnabled(true)
                .locale(Locale.ENGLISH)
                .build();
    }

    private static SchemaRegistry registry(Patterns patterns) {
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder()
                        .regularExpressionFactory(patterns::compile)
                        .pathType(PathType.JSON_POINTER)
                        .formatAssertionsEnabled(true)
                        .losslessNarrowing(true)
                        .locale(Locale.ENGLISH)
                        .build();
        return SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder ->
                        builder.schemaRegistryConfig(config)
                                .resourceLoaders(loaders -> loaders.add(iri -> () -> anything())));
    }

    /// Stands in for every schema that would have to be fetched.
    private static ByteArrayInputStream anything() {
        return new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8));
    }

    private static SchemaProblem unchecked(String message) {
        return SchemaProblem.unchecked(JsonPointer.empty(), message);
    }
}
