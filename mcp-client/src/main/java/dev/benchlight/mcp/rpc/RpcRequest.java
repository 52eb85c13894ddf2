package dev.benchlight.mcp.rpc;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.function.Function;

/// A request to make.
///
/// @param name the tool, prompt or URI it is about, or an empty string
/// @param params an object, or null for none
/// @param progress whether to ask for progress, where `params` leave room for that
/// @param reader what the answer comes to; must not throw
/// @param summary one line for a person on the answer
public record RpcRequest<T>(
        String method,
        String name,
        @Nullable JsonNode params,
        boolean progress,
        Function<JsonNode, Outcome<T>> reader,
        Function<JsonNode, String> summary) {

    /// A request whose answer is taken as it is; it is about the `name` or `uri` in its params.
    public static RpcRequest<JsonNode> plain(String method, @Nullable JsonNode params) {
        return new RpcRequest<>(
                method, subject(params), params, false, Outcome.Ok::new, result -> "");
    }

    /// The same request with another view of its answer.
    public <R> RpcRequest<R> map(Function<? super T, ? extends R> view) {
        return new RpcRequest<>(
                method, name, params, progress, json -> reader.apply(json).map(view), summary);
    }

    /// The same request with other params.
    public RpcRequest<T> with(JsonNode newParams) {
        return new RpcRequest<>(method, name, newParams, progress, reader, summary);
    }

    private static String subject(@Nullable JsonNode params) {
        if (params == null) {
            return "";
        }
        return params.path("name").asString(params.path("uri").asString(""));
    }
}
