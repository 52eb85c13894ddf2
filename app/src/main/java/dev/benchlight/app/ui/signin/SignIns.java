package dev.benchlight.app.ui.signin;

import dev.benchlight.app.auth.SignIn;
import dev.benchlight.mcp.auth.Browser;
import dev.benchlight.mcp.wire.ServerConfig;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Signing in to all servers of a window. Thread-safe; no method blocks.
public final class SignIns implements SignIn.Desk {
    private final Browser browser;
    private final SignInChoices choices;
    private final Map<String, ServerSignIn> byName = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<URI>> clipboards = new CopyOnWriteArrayList<>();

    public SignIns(Browser browser, SignInChoices choices) {
        this.browser = browser;
        this.choices = choices;
    }

    @Override
    public SignIn at(ServerConfig.Http server) {
        return of(server.name()).at(server.url().toString()).session();
    }

    /// The one of a server, which outlives its sessions.
    ///
    /// @param name of the server
    public ServerSignIn of(String name) {
        return byName.computeIfAbsent(
                name, _ -> new ServerSignIn(browser, choices, this::copy, this::changed));
    }

    /// What is true of a server now.
    public SignInState state(String name) {
        ServerSignIn known = byName.get(name);
        return known == null ? SignInState.NONE : known.state();
    }

    /// Calls `listener` after each change, on any thread; it must not block.
    ///
    /// @return ends the subscription
    public Runnable subscribe(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Gives pages that the user wants to open by hand to whoever can put them on the clipboard.
    public void copyTo(Consumer<URI> clipboard) {
        clipboards.add(clipboard);
    }

    private void copy(URI page) {
        clipboards.forEach(clipboard -> clipboard.accept(page));
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
