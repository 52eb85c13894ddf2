package dev.benchlight.mcp.wire;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/// Why a wire, or one exchange on it, failed. The layer above makes a call's problem of it.
///
/// @param code stable and kebab-case, such as `server-exited`
/// @param message one sentence with the cause
/// @param hint what to try, or null
/// @param details facts such as `exitCode`, `signal`, `status`, `headers`, `body`, `stderr`,
///   `challenge`, or null
public record WireFault(
        Kind kind, String code, String message, @Nullable String hint, @Nullable JsonNode details) {

    /// Where it arose, and so what the call comes to.
    public enum Kind {
        /// The server's process: a transport error.
        PROCESS,
        /// Name, dialling, reset, proxy: a transport error.
        NETWORK,
        /// Certificates and handshake: a transport error.
        TLS,
        /// A status or body that is no answer: a transport error.
        HTTP,
        /// Any other end of the connection: a transport error.
        TRANSPORT,
        /// The server broke the rules of the transport: a protocol violation.
        PROTOCOL,
        /// A limit of ours: limit reached.
        LIMIT,
        /// The server wants authorisation.
        AUTH,
        /// The HTTP session is gone: initialise and repeat once; a transport error after that.
        SESSION_LOST
    }

    public static WireFault of(Kind kind, String code, String message) {
        return new WireFault(kind, code, message, null, null);
    }

    public WireFault withHint(@Nullable String newHint) {
        return new WireFault(kind, code, message, newHint, details);
    }

    public WireFault withDetails(@Nullable JsonNode newDetails) {
        return new WireFault(kind, code, message, hint, newDetails);
    }
}
