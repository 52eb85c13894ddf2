package dev.benchlight.app.doctor;

import dev.benchlight.mcp.Era;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.http.OriginProbe;
import dev.benchlight.trace.TraceRecorder;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Whether a web page of another site can use a server that listens on the user's machine (T9). A
/// request as the page's browser would send it must be refused, by its `Origin` and, since a name
/// can be pointed anywhere, by its `Host`. For one thread; only [#cancel()] may come from another.
public final class OriginCheck implements AutoCloseable {
    private static final String FOREIGN_ORIGIN = "http://evil.test";
    private static final String FOREIGN_HOST = "evil.test";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String META = "io.modelcontextprotocol/";

    private final OriginProbe probe;
    private final String method;
    private final Map<String, String> headers;
    private final String body;

    /// @param environment for proxies
    /// @param recorder of all that is sent and heard
    public OriginCheck(
            ServerConfig.Http config,
            ServerDescription server,
            Map<String, String> environment,
            TraceRecorder recorder) {
        this.probe = new OriginProbe(config, environment, PATIENCE, recorder);
        boolean modern = server.revision().era() == Era.MODERN;
        String version = server.revision().version();
        this.method = modern ? "server/discover" : "initialize";
        this.headers =
                modern ? Map.of("MCP-Protocol-Version", version, "Mcp-Method", method) : Map.of();
        this.body = body(method, version, modern);
    }

    /// Breaks off what runs; what was not tried by then is unclear.
    public void cancel() {
        probe.cancel();
    }

    @Override
    public void close() {
        probe.close();
    }

    private static String body(String method, String version, boolean modern) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("jsonrpc", "2.0").put("id", 1).put("method", method);
        ObjectNode params = request.putObject("params");
        ObjectNode capabilities = JsonNodeFactory.instance.objectNode();
        ObjectNode client =
                JsonNodeFactory.instance.objectNode().put("name", "benchlight").put("version", "0");
        if (modern) {
            ObjectNode meta = params.putObject("_meta");
            meta.put(META + "protocolVersion", version);
            meta.set(META + "clientCapabilities", capabilities);
            meta.set(META + "clientInfo", client);
        } else {
            params.put("protocolVersion", version);
            params.set("capabilities", capabilities);
            params.set("clientInfo", client);
        }
        return request.toString();
    }

    /// Waits for the network, three requests long.
    public List<Probed> run() {
        List<Probed> all = new ArrayList<>();
        Answer own = send(null, null);
        if (!own.taken()) {
            // What is refused anyway shows nothing.
            all.add(new Probed("probe: own request", "unclear", own.words(), own.took, null));
            return all;
        }
        all.add(
                verdict(
                        "probe: Origin: " + FOREIGN_ORIGIN,
                        send(FOREIGN_ORIGIN, null),
                        "foreign-origin-accepted",
                        "takes requests that web pages of other sites make a browser send"));
        all.add(
                verdict(
                        "probe: Host: " + FOREIGN_HOST,
                        send(null, FOREIGN_HOST),
                        "foreign-host-accepted",
                        "takes requests that were sent to another name, as after DNS rebinding"));
        return all;
    }

    private static Probed verdict(String step, Answer answer, String code, String message) {
        if (!answer.taken()) {
            boolean refused = answer.status >= 400 && answer.status < 500;
            String verdict = refused ? "ok" : "unclear";
            return new Probed(step, verdict, answer.words(), answer.took, null);
        }
        Finding finding =
                new Finding(
                        code,
                        Severity.WARNING,
                        Place.SERVER,
                        message,
                        "Answer 403 unless Origin, where there is one, and Host are your own.");
        return new Probed(step, "failed", answer.words(), answer.took, finding);
    }

    private Answer send(@Nullable String origin, @Nullable String host) {
        long start = System.nanoTime();
        try {
            int status = probe.status(method, headers, body, origin, host);
            return new Answer(status, "", Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            return new Answer(0, reason, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    /// @param status 0 if there was none
    private record Answer(int status, String reason, Duration took) {
        boolean taken() {
            return status >= 200 && status < 300;
        }

        String words() {
            return status == 0 ? "no answer: " + reason : "HTTP " + status;
        }
    }
}
