package dev.benchlight.app.cli;

import dev.benchlight.app.auth.SignIn;
import dev.benchlight.app.auth.SystemBrowser;
import dev.benchlight.app.workspace.InputException;
import dev.benchlight.mcp.auth.AuthFault;
import dev.benchlight.mcp.auth.AuthStep;
import dev.benchlight.mcp.wire.ServerConfig;

import okhttp3.HttpUrl;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Signing in from the command line: the browser opens where somebody sits in front of it, and
/// other origins are those that `--allow-origin` names or whoever sits there agrees to.
/// Thread-safe.
final class TerminalSignIn implements SignIn {
    private final Console console;
    private final Way way;
    private final boolean asks;
    private final boolean verbose;
    private final Set<URI> allowed;
    private final Steps steps;
    private final SystemBrowser browser;
    private final Map<URI, Boolean> answers = new ConcurrentHashMap<>();
    private volatile List<String> scopes = List.of();

    /// How a page comes before the user.
    private enum Way {
        BROWSER,
        BY_HAND,
        NONE;

        static Way of(Invocation invocation, boolean asks) throws InputException {
            String wanted = invocation.value("--browser");
            if (wanted != null && !wanted.equals("none")) {
                throw new InputException(
                        "usage",
                        "--browser takes none, or nothing; it is " + Visible.line(wanted) + ".");
            }
            if (wanted != null) {
                return BY_HAND;
            }
            return asks || invocation.has("--browser") ? BROWSER : NONE;
        }
    }

    private TerminalSignIn(
            Console console,
            Way way,
            boolean asks,
            boolean verbose,
            Set<URI> allowed,
            Steps steps) {
        this.console = console;
        this.way = way;
        this.asks = asks;
        this.verbose = verbose;
        this.allowed = allowed;
        this.steps = steps;
        this.browser = new SystemBrowser(console.environment());
    }

    /// @param steps told of each step too
    /// @throws InputException an origin is none
    static SignIn.Desk desk(Invocation invocation, Console console, Steps steps)
            throws InputException {
        Set<URI> allowed = new HashSet<>();
        for (String text : invocation.values("--allow-origin")) {
            HttpUrl url = HttpUrl.parse(text);
            if (url == null || !url.username().isEmpty() || !url.password().isEmpty()) {
                throw new InputException(
                        "usage",
                        "--allow-origin must be a URL such as https://login.example.com; it is "
                                + Visible.line(text)
                                + ".");
            }
            allowed.add(url.newBuilder().encodedPath("/").query(null).fragment(null).build().uri());
        }
        boolean asks = console.terminal() && !invocation.has("--json");
        boolean verbose = invocation.has("--verbose");
        Way way = Way.of(invocation, asks);
        return (ServerConfig.Http server) ->
                new TerminalSignIn(console, way, asks, verbose, allowed, steps);
    }

    @Override
    public void ready(String issuer, List<String> wanted) throws AuthFault {
        scopes = wanted;
        if (way == Way.NONE) {
            String named = wanted.isEmpty() ? "" : " for the scopes " + String.join(", ", wanted);
            throw new AuthFault(
                    "oauth-sign-in-needed",
                    "The server wants you to sign in at "
                            + issuer
                            + named
                            + ", and without a terminal no browser is opened.",
                    "Add --browser to open one, --browser=none to be shown the page, or give a"
                            + " token with --header 'Authorization: Bearer …'.");
        }
    }

    @Override
    public void open(URI page) throws IOException {
        say("sign in: " + page);
        if (!scopes.isEmpty()) {
            say("it asks for the scopes: " + String.join(", ", scopes));
        }
        if (way == Way.BY_HAND) {
            say("Open the page by hand, on this machine, within five minutes.");
            return;
        }
        try {
            browser.open(page);
        } catch (IOException e) {
            if (!console.terminal()) {
                throw e;
            }
            say("The browser did not open: " + e.getMessage() + ". Open the page by hand.");
        }
    }

    @Override
    public boolean allows(URI origin) throws AuthFault {
        if (allowed.contains(origin)) {
            return true;
        }
        String text = origin.toString().replaceFirst("/$", "");
        if (asks && agreed(origin, text)) {
            return true;
        }
        throw new AuthFault(
                "oauth-origin-not-allowed",
                "For its authorisation the server names another origin than its own, which was not"
                        + " contacted: "
                        + text
                        + ".",
                "If that is where you sign in, add --allow-origin " + text + ".");
    }

    /// Each origin is asked about once.
    private boolean agreed(URI origin, String text) {
        Boolean before = answers.get(origin);
        if (before != null) {
            return before;
        }
        boolean yes =
                console.agrees(
                        Visible.line(
                                "For its authorisation the server names another origin than its"
                                        + " own: "
                                        + text
                                        + ". Contact it?"));
        answers.put(origin, yes);
        return yes;
    }

    @Override
    public void began() {
        steps.began();
    }

    @Override
    public void took(AuthStep step) {
        steps.took(step);
        if (verbose) {
            say("authorisation: " + step.name());
            for (AuthStep.Check check : step.checks()) {
                String verdict = check.met() ? "kept" : "broken";
                say("  " + verdict + ": " + check.rule() + ": " + check.text());
            }
        }
    }

    @Override
    public void ended(@Nullable AuthFault fault) {
        steps.ended(fault);
    }

    private void say(String line) {
        console.err().println(Visible.line(line));
        console.err().flush();
    }
}
