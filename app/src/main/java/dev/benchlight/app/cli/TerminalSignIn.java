package dev.benchlight.app.cli;

import dev.benchlight.app.auth.SignIn;
import dev.benchlight.app.auth.SystemBrowser;
import dev.benchlight.app.workspace.InputException;
import dev.benchlight.mcp.auth.AuthFault;
import dev.benchlight.mcp.auth.AuthStep;
import dev.benchlight.mcp.wire.ServerConfig;

import okhttp3.HttpUrl;

import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;

/// Signing in from the command line: the browser opens where somebody sits in front of it, and
/// other origins are those that `--allow-origin` names. Thread-safe.
final class TerminalSignIn implements SignIn {
    private final Console console;
    private final boolean browses;
    private final boolean verbose;
    private final Set<URI> allowed;
    private final SystemBrowser browser;

    private TerminalSignIn(Console console, boolean browses, boolean verbose, Set<URI> allowed) {
        this.console = console;
        this.browses = browses;
        this.verbose = verbose;
        this.allowed = allowed;
        this.browser = new SystemBrowser(console.environment());
    }

    /// @throws InputException an origin is none
    static SignIn.Desk desk(Invocation invocation, Console console) throws InputException {
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
        boolean browses =
                invocation.has("--browser") || (console.terminal() && !invocation.has("--json"));
        return (ServerConfig.Http server) ->
                new TerminalSignIn(console, browses, invocation.has("--verbose"), allowed);
    }

    @Override
    public void ready(String issuer) throws AuthFault {
        if (!browses) {
            throw new AuthFault(
                    "oauth-sign-in-needed",
                    "The server wants you to sign in at "
                            + issuer
                            + ", and without a terminal no browser is opened.",
                    "Add --browser to open one, or give a token with --header 'Authorization:"
                            + " Bearer …'.");
        }
    }

    @Override
    public void open(URI page) throws IOException {
        say("sign in: " + page);
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
        throw new AuthFault(
                "oauth-origin-not-allowed",
                "For its authorisation the server names another origin than its own, which was not"
                        + " contacted: "
                        + text
                        + ".",
                "If that is where you sign in, add --allow-origin " + text + ".");
    }

    @Override
    public void took(AuthStep step) {
        if (verbose) {
            say("authorisation: " + step.name());
            for (AuthStep.Check check : step.checks()) {
                String verdict = check.met() ? "kept" : "broken";
                say("  " + verdict + ": " + check.rule() + ": " + check.text());
            }
        }
    }

    private void say(String line) {
        console.err().println(Visible.line(line));
        console.err().flush();
    }
}
