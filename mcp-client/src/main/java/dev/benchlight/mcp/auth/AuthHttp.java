package dev.benchlight.mcp.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.benchlight.trace.Moment;

import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

import okio.Buffer;
import okio.BufferedSource;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// HTTP for OAuth: one exchange at a time is made, none redirected, each bounded in size and, by
/// its client, in time; only to where [TargetRules] allow. Thread-safe.
final class AuthHttp {
    /// The code of the fault where a person gave up.
    static final String STOPPED = "oauth-stopped";

    private static final int LARGEST = 256 << 10;

    private final Supplier<OkHttpClient> maker;
    private final TargetRules rules;
    private final AuthGate gate;
    private final BooleanSupplier givenUp;
    private @Nullable OkHttpClient client;

    /// @param maker of a client that follows no redirects, and has a time limit for a call; called
    ///   when it is first needed, since most servers need none
    /// @param givenUp whether the attempt that runs is to take no further step
    AuthHttp(
            Supplier<OkHttpClient> maker,
            TargetRules rules,
            AuthGate gate,
            BooleanSupplier givenUp) {
        this.maker = maker;
        this.rules = rules;
        this.gate = gate;
        this.givenUp = givenUp;
    }

    private synchronized OkHttpClient client() {
        OkHttpClient known = client;
        if (known == null) {
            known =
                    maker.get()
                            .newBuilder()
                            .dns(rules)
                            .connectionPool(new ConnectionPool(1, 5, TimeUnit.SECONDS))
                            .build();
            client = known;
        }
        return known;
    }

    /// An answer, or why there is none.
    ///
    /// @param status 0 if none came
    /// @param failure why none came, or null
    record Answer(
            AuthStep.Exchange exchange,
            int status,
            Map<String, List<String>> headers,
            String body,
            @Nullable String failure) {

        boolean ok() {
            return status >= 200 && status < 300;
        }

        /// The body as a JSON object, or null if it is none.
        @Nullable ObjectNode json() {
            try {
                JsonNode tree = JsonMapper.shared().readTree(body);
                return tree instanceof ObjectNode object ? object : null;
            } catch (JacksonException e) {
                return null;
            }
        }

        /// What is wrong with it as a document, in words.
        String trouble() {
            if (failure != null) {
                return failure;
            }
            if (status >= 300 && status < 400) {
                return "HTTP " + status + ", a redirect, which is not followed";
            }
            return ok() ? "no JSON object" : "HTTP " + status;
        }
    }

    /// The address of an endpoint, serialised anew.
    ///
    /// @throws AuthFault if it must not be contacted
    URI allowed(String what, String url) throws AuthFault {
        return rules.check(what, url).newBuilder().fragment(null).build().uri();
    }

    /// Fetches a public document.
    ///
    /// @throws AuthFault if it must not be fetched
    Answer get(String what, String url) throws AuthFault {
        HttpUrl target = rules.check(what, url);
        Request request =
                new Request.Builder().url(target).header("Accept", "application/json").build();
        return send(what, request, Map.of(), false);
    }

    /// Posts a request that a library built.
    ///
    /// @param type the content type
    /// @param headers beside the usual ones, such as `Authorization`
    /// @param fields what of it is shown, masked
    Answer post(
            String what,
            String url,
            MediaType type,
            String body,
            Map<String, String> headers,
            Map<String, String> fields)
            throws AuthFault {
        HttpUrl target = rules.check(what, url);
        Request.Builder request =
                new Request.Builder()
                        .url(target)
                        .header("Accept", "application/json")
                        .post(RequestBody.create(body.getBytes(UTF_8), type));
        headers.forEach(request::header);
        return send(what, request.build(), fields, true);
    }

    private Answer send(
            String what, Request request, Map<String, String> fields, boolean mayHoldSecrets)
            throws AuthFault {
        URI url = request.url().uri();
        pass(new AuthGate.Planned(what, request.method(), url, fields));
        Moment began = Moment.now();
        Map<String, String> headers = Masking.headers(request.headers());
        Request sent = request.newBuilder().header("User-Agent", "benchlight/0.1").build();
        try (Response response = client().newCall(sent).execute()) {
            String body = read(response);
            AuthStep.Exchange shown =
                    new AuthStep.Exchange(
                            request.method(),
                            url,
                            headers,
                            fields,
                            response.code(),
                            Masking.all(response.headers()),
                            Masking.body(body, mayHoldSecrets),
                            began,
                            Moment.now());
            return new Answer(shown, response.code(), response.headers().toMultimap(), body, null);
        } catch (TargetRules.RefusedException e) {
            throw new AuthFault(
                    "oauth-target-refused",
                    "The " + what + " was not contacted: " + e.getMessage() + ".",
                    "A server out there may not point at addresses that are closer to you.");
        } catch (IOException e) {
            String why = words(e);
            AuthStep.Exchange shown =
                    new AuthStep.Exchange(
                            request.method(),
                            url,
                            headers,
                            fields,
                            0,
                            Map.of(),
                            why,
                            began,
                            Moment.now());
            return new Answer(shown, 0, Map.of(), "", why);
        }
    }

    /// Waits until the step may be taken.
    ///
    /// @throws AuthFault if it may not
    void pass(AuthGate.Planned next) throws AuthFault {
        String what = "the request to the " + next.what();
        goOn(what);
        try {
            if (gate.pass(next)) {
                goOn(what);
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw stopped(what);
    }

    /// @param what comes next
    /// @throws AuthFault if the attempt was given up
    void goOn(String what) throws AuthFault {
        if (givenUp.getAsBoolean()) {
            throw stopped(what);
        }
    }

    private static AuthFault stopped(String before) {
        return new AuthFault(STOPPED, "Authorisation was stopped before " + before + ".", null);
    }

    private static String words(IOException failure) {
        if (failure instanceof InterruptedIOException) {
            return "no answer in time";
        }
        String message = failure.getMessage();
        return failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }

    private static String read(Response response) throws IOException {
        BufferedSource source = response.body().source();
        Buffer held = new Buffer();
        while (held.size() <= LARGEST) {
            if (source.read(held, 8_192) < 0) {
                return held.readUtf8();
            }
        }
        throw new IOException("the answer is larger than " + LARGEST + " bytes");
    }

    /// Closes the connections that nobody uses now; those in use follow soon after.
    synchronized void dropIdle() {
        if (client != null) {
            client.connectionPool().evictAll();
        }
    }
}
