package dev.benchlight.app.auth;

import dev.benchlight.mcp.auth.AuthStep;

import java.io.IOException;
import java.net.URI;

/// Opens the browser at once, and asks nothing: no other origin is allowed, and nobody hears of the
/// steps. Thread-safe.
public record BrowserSignIn(SystemBrowser browser) implements SignIn {
    @Override
    public void open(URI page) throws IOException {
        browser.open(page);
    }

    @Override
    public boolean allows(URI origin) {
        return false;
    }

    @Override
    public void took(AuthStep step) {}
}
