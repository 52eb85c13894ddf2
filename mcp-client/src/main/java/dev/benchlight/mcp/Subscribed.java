package dev.benchlight.mcp;

import tools.jackson.databind.JsonNode;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The resources that an older server tells of, as far as it agreed to that. Thread-safe.
final class Subscribed {
    private final Set<String> uris = ConcurrentHashMap.newKeySet();

    /// Notes that the server agreed.
    ///
    /// @param method `resources/subscribe` or `resources/unsubscribe`
    /// @return the result
    JsonNode noted(String method, String uri, JsonNode result) {
        if (method.endsWith("/subscribe")) {
            uris.add(uri);
        } else {
            uris.remove(uri);
        }
        return result;
    }

    Set<String> uris() {
        return Set.copyOf(uris);
    }
}
