package dev.benchlight.mcp.wire.http;

import dev.benchlight.mcp.wire.WireFault;
import dev.benchlight.mcp.wire.WireFault.Kind;

import okhttp3.HttpUrl;
import okhttp3.Response;

import org.jspecify.annotations.Nullable;

/// Where a redirect leads, or why it is not followed: only 307 and 308, which keep the POST a POST,
/// and only within the origin.
///
/// @param fault why not, or null
record Redirect(HttpUrl target, @Nullable WireFault fault) {

    static Redirect of(Response response, HttpUrl origin) {
        int status = response.code();
        String location = response.header("Location", "");
        HttpUrl from = response.request().url();
        HttpUrl target = location == null ? null : from.resolve(location);
        if (location == null || location.isEmpty() || target == null) {
            return refused(
                    from,
                    "redirect-invalid",
                    "The server redirects (HTTP " + status + ") without a usable target.",
                    "See the Location header.");
        }
        String shown = target.newBuilder().query(null).username("").password("").build().toString();
        if (!OriginGuard.sameOrigin(origin, target)) {
            return refused(
                    target,
                    "redirect-other-origin",
                    "The server redirects (HTTP " + status + ") to another origin: " + shown + ".",
                    "Nothing was sent there. If you trust it, use that URL for this server.");
        }
        if (status != 307 && status != 308) {
            return refused(
                    target,
                    "redirect-not-followed",
                    "The server redirects with HTTP "
                            + status
                            + ", which would turn the POST into a GET, to "
                            + shown
                            + ".",
                    "Use that URL for this server, or let the server answer 307 or 308.");
        }
        return new Redirect(target, null);
    }

    private static Redirect refused(HttpUrl target, String code, String message, String hint) {
        return new Redirect(target, WireFault.of(Kind.HTTP, code, message).withHint(hint));
    }
}
