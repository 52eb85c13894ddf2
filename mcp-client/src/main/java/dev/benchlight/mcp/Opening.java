package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.Envelope;
import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.mcp.rpc.RpcPeer;
import dev.benchlight.trace.SpanContext;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Comes to terms with a server of either era: asks as the newest revision does, and shakes hands
/// as older ones do if the answer shows a server of theirs ("Versioning", "Backward
/// Compatibility"). Thread-safe.
record Opening(
        RpcPeer peer,
        Discovery discovery,
        Handshake handshake,
        OlderTransport older,
        String server,
        SessionOptions options) {
    static final String INITIALIZE = "initialize";
    static final String DISCOVER = "server/discover";
    private static final Duration PROBE = Duration.ofSeconds(3);
    private static final int UNSUPPORTED_VERSION = -32022;

    /// Errors that only a modern server answers with.
    static final Set<Integer> MODERN = Set.of(-32020, -32021, UNSUPPORTED_VERSION);

    /// What stands in the way of every request, of whichever era.
    private static final Set<String> NO_VERDICT = Set.of("http-429", "proxy-auth-required");

    /// Hears of each step.
    interface Steps {
        void begins(String step);

        void done(String step, String verdict);

        /// What will tell, or told, the era; the last word counts.
        void from(EraSource source);
    }

    /// What came of it.
    ///
    /// @param step the one that decided
    /// @param shown whether the server showed its era; else it only was silent
    record Result(String step, Outcome<ServerDescription> outcome, boolean shown) {
        Result(String step, Outcome<ServerDescription> outcome) {
            this(step, outcome, true);
        }
    }

    Result run(SpanContext span, Steps steps) {
        boolean known =
                options.pinned() == null
                        && !older.isChosen()
                        && options.eras().recall(server).filter(Era.LEGACY::equals).isPresent();
        steps.from(source(known));
        Result result = known ? asBefore(span, steps) : findOut(span, steps);
        if (options.pinned() == null
                && result.shown()
                && result.outcome() instanceof Outcome.Ok<ServerDescription> ok) {
            options.eras().remember(server, ok.value().revision().era());
        }
        return result;
    }

    private EraSource source(boolean known) {
        if (options.pinned() != null) {
            return EraSource.PINNED;
        }
        if (older.isChosen()) {
            return EraSource.CHOSEN;
        }
        return known ? EraSource.REMEMBERED : EraSource.FOUND_OUT;
    }

    /// The server was an older one before, and so is not asked in the newer way first. If it is one
    /// no longer, that is found out now; one that cannot be reached tells nothing.
    private Result asBefore(SpanContext span, Steps steps) {
        steps.done(DISCOVER, "legacy, as it was before: not asked");
        Result result = legacy(Revision.LATEST_LEGACY, span, steps);
        if (!(result.outcome() instanceof Outcome.NotOk<ServerDescription> failed)) {
            return result;
        }
        options.eras().forget(server);
        boolean inTime = !(failed instanceof Outcome.TimedOut<ServerDescription>);
        boolean answered = inTime && legacySign(failed).isPresent();
        if (!answered && !(failed instanceof Outcome.RpcError<ServerDescription>)) {
            return result;
        }
        steps.done(result.step(), "failed: " + failed.problem().message());
        steps.from(EraSource.FOUND_OUT);
        return findOut(span, steps);
    }

    private Result findOut(SpanContext span, Steps steps) {
        Revision pinned = options.pinned();
        if (older.isChosen()) {
            Revision offered = pinned == null ? Revision.LATEST_LEGACY : pinned;
            Revision legacy = offered.era() == Era.LEGACY ? offered : Revision.LATEST_LEGACY;
            return older(legacy, "as chosen", span, steps);
        }
        if (pinned != null && pinned.era() == Era.LEGACY) {
            return legacy(pinned, span, steps);
        }
        Revision revision = pinned == null ? Revision.LATEST : pinned;
        steps.begins(DISCOVER);
        Duration deadline = pinned == null ? probe() : options.connectTimeout();
        Outcome<ServerDescription> answer = discovery.run(revision, deadline, span);
        if (answer instanceof Outcome.RpcError<ServerDescription> error
                && error.code() == UNSUPPORTED_VERSION) {
            return other(revision, error, span, steps);
        }
        Optional<String> evidence = pinned == null ? legacySign(answer) : Optional.empty();
        if (evidence.isEmpty()) {
            if (answer instanceof Outcome.Ok<ServerDescription>) {
                steps.done(DISCOVER, "modern: " + DISCOVER + " was answered");
            }
            return new Result(DISCOVER, answer);
        }
        steps.done(DISCOVER, "legacy: " + evidence.get());
        Result result = legacy(Revision.LATEST_LEGACY, span, steps);
        return answer instanceof Outcome.TimedOut<ServerDescription>
                ? afterSilence(result, span, steps)
                : result;
    }

    /// Who did not answer may be a modern server that was still starting, as one that npx fetches
    /// first is: it refuses to shake hands, and is asked once more, now with time.
    private Result afterSilence(Result legacy, SpanContext span, Steps steps) {
        if (legacy.outcome() instanceof Outcome.RpcError<ServerDescription> refused) {
            steps.done(legacy.step(), "failed: " + refused.problem().message());
            steps.begins(DISCOVER);
            Outcome<ServerDescription> answer =
                    discovery.run(Revision.LATEST, options.connectTimeout(), span);
            if (answer instanceof Outcome.Ok<ServerDescription>) {
                steps.done(DISCOVER, "modern: " + DISCOVER + " was answered at last");
                return new Result(DISCOVER, answer);
            }
        }
        return new Result(legacy.step(), legacy.outcome(), false);
    }

    private Duration probe() {
        Duration whole = options.connectTimeout();
        return whole.compareTo(PROBE) < 0 ? whole : PROBE;
    }

    private Result legacy(Revision offered, SpanContext span, Steps steps) {
        peer.wrapIn(Envelope.PLAIN);
        Result result = initialize(offered, span, steps);
        if (!(result.outcome() instanceof Outcome.NotOk<ServerDescription> refused)
                || !older.isLikely(refused)) {
            return result;
        }
        String why = "initialize was refused (" + refused.problem().message() + ")";
        Result second = older(offered, why, span, steps);
        if (second.step().equals(OlderTransport.NAME)
                && second.outcome()
                        instanceof Outcome.TransportError<ServerDescription>(Problem problem)) {
            // A server that has neither is told of by what most servers have.
            steps.done(OlderTransport.NAME, "not there either: " + problem.message());
            return result;
        }
        return second;
    }

    private Result initialize(Revision offered, SpanContext span, Steps steps) {
        steps.begins(INITIALIZE);
        return new Result(INITIALIZE, handshake.run(offered, span.trace(), span.span()));
    }

    private Result older(Revision offered, String why, SpanContext span, Steps steps) {
        peer.wrapIn(Envelope.PLAIN);
        steps.begins(OlderTransport.NAME);
        Optional<Outcome.NotOk<ServerDescription>> fault = older.use();
        if (fault.isPresent()) {
            return new Result(OlderTransport.NAME, fault.get());
        }
        steps.done(OlderTransport.NAME, why + "; GET brought an endpoint event");
        return initialize(offered, span, steps);
    }

    /// The server named the revisions it speaks: the newest of them that this client speaks too.
    /// That may be the one asked in, for which it is asked once more.
    private Result other(
            Revision asked,
            Outcome.RpcError<ServerDescription> error,
            SpanContext span,
            Steps steps) {
        Revision pinned = options.pinned();
        Optional<Revision> mutual =
                supported(error.data()).stream()
                        .filter(revision -> pinned == null || revision == pinned)
                        .max(Revision::compareTo);
        if (mutual.isEmpty()) {
            return new Result(DISCOVER, unsupported(asked, error.data()));
        }
        Revision chosen = mutual.get();
        steps.done(DISCOVER, "refused; the server speaks " + chosen.version());
        if (chosen.era() == Era.LEGACY) {
            return legacy(chosen, span, steps);
        }
        Outcome<ServerDescription> answer = discovery.run(chosen, options.connectTimeout(), span);
        boolean refused =
                answer instanceof Outcome.RpcError<ServerDescription> again
                        && again.code() == UNSUPPORTED_VERSION;
        return new Result(DISCOVER, refused ? unsupported(chosen, error.data()) : answer);
    }

    private static List<Revision> supported(@Nullable JsonNode data) {
        return data == null
                ? List.of()
                : data.path("supported")
                        .valueStream()
                        .flatMap(version -> Revision.of(version.asString("")).stream())
                        .toList();
    }

    private static Outcome<ServerDescription> unsupported(Revision asked, @Nullable JsonNode data) {
        JsonNode theirs = data == null ? null : data.get("supported");
        String text =
                "the server does not speak MCP revision "
                        + asked.version()
                        + (theirs == null ? "" : "; it names " + theirs);
        return new Outcome.ProtocolViolation<>(
                Problem.of("unsupported-version", Layer.PROTOCOL, text));
    }

    /// What shows a server of the older era, or empty where the answer shows none.
    private static Optional<String> legacySign(Outcome<ServerDescription> answer) {
        return switch (answer) {
            case Outcome.RpcError<ServerDescription> error when !MODERN.contains(error.code()) ->
                    Optional.of("it answered " + DISCOVER + " with error " + error.code());
            case Outcome.TimedOut<ServerDescription> _ ->
                    Optional.of("it did not answer " + DISCOVER);
            case Outcome.ProtocolViolation<ServerDescription> broken ->
                    Optional.of(
                            "its answer to "
                                    + DISCOVER
                                    + " is none: "
                                    + broken.problem().message());
            case Outcome.TransportError<ServerDescription>(Problem problem)
                    when problem.layer() == Layer.HTTP && !NO_VERDICT.contains(problem.code()) ->
                    Optional.of("it answered " + DISCOVER + " so: " + problem.message());
            default -> Optional.empty();
        };
    }
}
