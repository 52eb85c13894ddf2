package dev.benchlight.mcp.rpc;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Tells what a JSON value is by JSON-RPC 2.0, and what of it is against the rules.
final class MessageReader {
    private MessageReader() {}

    static Message read(JsonNode json) {
        if (!json.isObject()) {
            return new Message.Violation(
                    MissingNode.getInstance(),
                    false,
                    "not-an-object",
                    "a message is a JSON object, but this is " + Text.kind(json));
        }
        JsonNode method = json.path("method");
        boolean answers = method.isMissingNode();
        JsonNode version = json.path("jsonrpc");
        if (version.isMissingNode()) {
            return violation(json, answers, "no-jsonrpc", "the message has no \"jsonrpc\" field");
        }
        if (!version.isString() || !version.asString().equals("2.0")) {
            return violation(
                    json,
                    answers,
                    "wrong-jsonrpc",
                    "\"jsonrpc\" is " + Text.cut(version.toString(), 40) + ", not \"2.0\"");
        }
        return answers ? response(json) : call(json, method);
    }

    private static Message call(JsonNode json, JsonNode method) {
        if (!method.isString()) {
            return violation(json, false, "method-not-a-string", "\"method\" is not a string");
        }
        if (json.has("result") || json.has("error")) {
            return violation(
                    json,
                    true,
                    "method-and-result",
                    "the message has a method and an answer at once");
        }
        JsonNode id = json.path("id");
        JsonNode params = json.path("params");
        if (id.isMissingNode()) {
            return new Message.Notification(method.asString(), params);
        }
        if (!id.isString() && !id.isNumber()) {
            return violation(json, false, "bad-id", "\"id\" is " + Text.kind(id));
        }
        return new Message.Request(id, method.asString(), params);
    }

    private static Message response(JsonNode json) {
        boolean result = json.has("result");
        boolean error = json.has("error");
        if (result && error) {
            return violation(
                    json, true, "result-and-error", "the answer has both a result and an error");
        }
        if (error) {
            return error(json, json.path("error"));
        }
        if (!result) {
            return violation(
                    json,
                    json.has("id"),
                    "no-result",
                    "the message has no method, no result and no error");
        }
        JsonNode value = json.path("result");
        if (value.isNull()) {
            return violation(json, true, "null-result", "the result is null, not an object");
        }
        if (!value.isObject()) {
            return violation(
                    json,
                    true,
                    "bad-result",
                    "the result is " + Text.kind(value) + ", not an object");
        }
        return new Message.Result(json.path("id"), value);
    }

    private static Message error(JsonNode json, JsonNode error) {
        if (!error.isObject()) {
            return violation(
                    json,
                    true,
                    "error-not-an-object",
                    "the error is " + Text.kind(error) + ": " + Text.cut(error.asString(""), 200));
        }
        JsonNode code = error.path("code");
        if (!code.isIntegralNumber() || !code.canConvertToInt()) {
            return violation(json, true, "error-no-code", "the error has no integer code");
        }
        JsonNode message = error.path("message");
        if (!message.isString()) {
            return violation(
                    json,
                    true,
                    "error-no-message",
                    "the error (code " + code.asInt() + ") has no message");
        }
        return new Message.Failure(
                json.path("id"), code.asInt(), message.asString(), error.get("data"));
    }

    private static Message violation(JsonNode json, boolean answers, String code, String text) {
        return new Message.Violation(json.path("id"), answers, code, text);
    }
}
