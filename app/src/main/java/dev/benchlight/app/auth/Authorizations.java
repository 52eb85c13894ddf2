package dev.benchlight.app.auth;

import dev.benchlight.mcp.SessionOptions;
import dev.benchlight.mcp.auth.AuthFault;
import dev.benchlight.mcp.auth.AuthPorts;
import dev.benchlight.mcp.auth.AuthRules;
import dev.benchlight.mcp.auth.MachineGrant;
import dev.benchlight.mcp.auth.OAuth;
import dev.benchlight.mcp.auth.TokenStore;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.WireFault;
import dev.benchlight.mcp.wire.http.HttpAuthorization;
import dev.benchlight.trace.TraceRecorder;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Gives sessions their authorisation: OAuth, for each server over HTTP whose entry has no
/// `Authorization` header of its own, as its `auth` says. Nothing happens before such a server
/// refuses a request. Thread-safe.
public final class Authorizations {
    private final TokenStore store;
    private final SignIn.Desk desk;
    private final Consumer<String> secrets;
    private final TraceRecorder recorder;
    private final Map<String, String> environment;

    /// @param secrets told of each token before anything can record it
    /// @param recorder where the exchanges are recorded
    /// @param environment for proxies
    public Authorizations(
            TokenStore store,
            SignIn.Desk desk,
            Consumer<String> secrets,
            TraceRecorder recorder,
            Map<String, String> environment) {
        this.store = store;
        this.desk = desk;
        this.secrets = secrets;
        this.recorder = recorder;
        this.environment = Map.copyOf(environment);
    }

    /// The options with authorisation for a server. May wait for the store of tokens.
    public SessionOptions applied(SessionOptions options, ServerConfig config) {
        return config instanceof ServerConfig.Http http && !hasOwn(http) && !isOff(http)
                ? options.with(oauth(options, http))
                : options;
    }

    private static boolean isOff(ServerConfig.Http config) {
        return "none".equals(config.access().auth().get("type"));
    }

    private static boolean hasOwn(ServerConfig.Http config) {
        return config.headers().keySet().stream().anyMatch("Authorization"::equalsIgnoreCase);
    }

    private HttpAuthorization oauth(SessionOptions options, ServerConfig.Http config) {
        SignIn signIn = desk.at(config);
        AuthPorts ports =
                new AuthPorts(
                        signIn,
                        store,
                        signIn,
                        secrets,
                        signIn,
                        InstantSource.system(),
                        signIn,
                        recorder);
        AuthRules rules =
                options.pinned() == null ? AuthRules.ANY : AuthRules.of(options.pinned().version());
        AuthSettings settings = new AuthSettings(config.access().auth());
        try {
            Optional<MachineGrant> grant = settings.grant();
            OAuth oauth =
                    grant.isPresent()
                            ? new OAuth(
                                    config,
                                    grant.get(),
                                    settings.scopes(),
                                    rules,
                                    environment,
                                    ports)
                            : new OAuth(config, settings.client(), rules, environment, ports);
            signIn.using(oauth);
            return oauth;
        } catch (AuthFault fault) {
            return new Unusable(fault);
        } catch (IllegalArgumentException e) {
            // The session says of a URL that is none.
            return HttpAuthorization.NONE;
        }
    }

    /// Says at the first refusal what is wrong with the settings.
    private record Unusable(AuthFault fault) implements HttpAuthorization {
        @Override
        public Map<String, String> headers(String method, URI url, boolean renew) {
            return Map.of();
        }

        @Override
        public CompletableFuture<Verdict> refused(Refusal refusal) {
            return CompletableFuture.completedFuture(
                    new Verdict.Failed(
                            WireFault.of(WireFault.Kind.AUTH, fault.code(), fault.text())
                                    .withHint(fault.hint())));
        }

        @Override
        public void stop() {}
    }
}
