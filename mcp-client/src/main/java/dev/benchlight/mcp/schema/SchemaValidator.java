package dev.benchlight.mcp.schema;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.ValidationLimitExceededException;
import com.networknt.schema.ValidationLimitExceededException.LimitKind;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;

import org.jspecify.annotations.Nullable;

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
import java.util.concurrent.atomic.AtomicReference;

/// Validates values against JSON Schema 2020-12 (other drafts by their `$schema`) within a budget
/// of two seconds; nothing is ever fetched. Blocks, so never call it on the JavaFX thread.
public final class SchemaValidator {
    /// So many refusals are told at most; where there are as many, there may be more.
    public static final int MAX_PROBLEMS = 500;

    private static final long PREPARATION_MILLIS = 10_000;
    private static final long BUDGET_MILLIS = 2_000;
    private static final long MAX_STEPS = 3_000_000;
    private static final int MAX_DEPTH = 2_000;
    private static final int PATH_SHOWN = 120;
    private static final long STACK_BYTES = 64L << 20;

    private SchemaValidator() {}

    /// The problems of `value`, not many more than [#MAX_PROBLEMS]; empty if it is valid. What of
    /// the schema can't be applied is a problem with `checked == false`, and the rest of it holds.
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
        AtomicReference<@Nullable ExecutionContext> progress = new AtomicReference<>();
        FutureTask<List<SchemaProblem>> task =
                new FutureTask<>(() -> check(schema, value, ready::countDown, progress));
        Thread thread = new Thread(null, task, "schema-validation", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            boolean inTime = ready.await(PREPARATION_MILLIS + budgetMillis, TimeUnit.MILLISECONDS);
            return task.get(inTime ? budgetMillis : 0, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return List.of(unchecked(tooLong(progress.get())));
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return List.of(unchecked(reason(cause, progress.get())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(unchecked("The validation was interrupted."));
        }
    }

    /// Where the evaluation is when it is stopped is where it spends its time. Another thread may
    /// be moving on, so that is a hint and no more.
    private static String tooLong(@Nullable ExecutionContext progress) {
        NodePath at = progress == null ? null : progress.getEvaluationPath();
        return tooLong(at == null ? "" : at.toString());
    }

    private static String tooLong(String at) {
        String place = at.isEmpty() || at.equals("/") ? "" : " at " + cut(at);
        return "The check against the schema took too long"
                + place
                + " and was stopped; the value can still be used unchecked.";
    }

    /// A very deep value of a schema that nests much may come here too.
    private static String endless(String at) {
        return "The schema seems to refer to itself without end at "
                + cut(at)
                + ", so the check was stopped; the value can still be used unchecked.";
    }

    private static String cut(String path) {
        return path.length() <= PATH_SHOWN ? path : path.substring(0, PATH_SHOWN) + "…";
    }

    private static String reason(Throwable cause, @Nullable ExecutionContext progress) {
        if (cause instanceof ValidationLimitExceededException limit) {
            String at = String.valueOf(limit.getEvaluationPath());
            return limit.getLimitKind() == LimitKind.EVALUATION_DEPTH ? endless(at) : tooLong(at);
        }
        return cause instanceof StackOverflowError
                ? tooLong(progress)
                : "The schema could not be applied: "
                        + firstLine(String.valueOf(cause.getMessage()));
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    private static List<SchemaProblem> check(
            JsonNode schema,
            JsonNode value,
            Runnable ready,
            AtomicReference<@Nullable ExecutionContext> progress) {
        try {
            SoundSchema.Sound sound = SoundSchema.of(schema);
            PlainNumbers.Plain plain = PlainNumbers.of(value);
            Patterns patterns = new Patterns();
            Schema compiled = registry(patterns).getSchema(sound.schema());
            ready.run();
            List<Error> errors =
                    compiled.validate(
                            plain.value(),
                            context -> {
                                context.setExecutionConfig(limits());
                                progress.set(context);
                            });
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
