package dev.benchlight.mcp.wire;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How to reach a server. Values are literal: variables and secrets are resolved before. Variables
/// and headers keep the order in which they were written.
public sealed interface ServerConfig {
    /// The server's name as the user knows it.
    String name();

    /// A program that speaks MCP on its standard input and output.
    ///
    /// @param environment variables the entry names, added to the allowlisted ones
    /// @param directory the working folder, or null for the current one
    record Stdio(
            String name,
            String command,
            List<String> arguments,
            Map<String, String> environment,
            @Nullable Path directory)
            implements ServerConfig {
        public Stdio {
            arguments = List.copyOf(arguments);
            environment = inOrder(environment);
        }
    }

    /// Which of the transports over HTTP.
    enum Transport {
        /// Streamable HTTP, or HTTP+SSE where the server turns out to have only that.
        AUTO,
        /// Streamable HTTP, from 2025-03-26 on.
        STREAMABLE,
        /// HTTP+SSE of 2024-11-05.
        SSE
    }

    /// An endpoint of Streamable HTTP or, before 2025-03-26, of HTTP+SSE.
    ///
    /// @param headers sent with every request to this origin, and to no other
    record Http(String name, URI url, Map<String, String> headers, HttpAccess access)
            implements ServerConfig {
        public Http {
            headers = inOrder(headers);
        }

        public Http(String name, URI url, Map<String, String> headers) {
            this(name, url, headers, HttpAccess.DEFAULT);
        }

        /// The same endpoint by another transport.
        public Http over(Transport other) {
            return with(access.over(other));
        }

        public Http with(HttpAccess other) {
            return new Http(name, url, headers, other);
        }

        public Transport transport() {
            return access.transport();
        }
    }

    private static Map<String, String> inOrder(Map<String, String> values) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
