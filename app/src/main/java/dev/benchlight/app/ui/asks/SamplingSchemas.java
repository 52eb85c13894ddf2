package dev.benchlight.app.ui.asks;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a `sampling/createMessage` and its result are made of, as forms ("Sampling", "Data Types").
/// What is read and typed most comes first.
final class SamplingSchemas {
    private static final String CONTENT =
            """
            {"anyOf": [
              {"title": "Text", "type": "object", "required": ["type", "text"], "properties": {
                "text": {"type": "string", "description": "What is said"},
                "type": {"const": "text"}}},
              {"title": "Blocks, such as tool calls", "type": "array", "items": {
                "type": "object", "required": ["type"], "properties": {
                  "type": {"type": "string"}}}},
              {"title": "Another block", "type": "object", "required": ["type"], "properties": {
                "type": {"type": "string", "not": {"const": "text"}}}}]}
            """;

    private static final String EMPTY_REPLY =
            """
            {
              "content": {
                "type": "text",
                "text": ""
              },
              "role": "assistant",
              "model": "benchlight",
              "stopReason": "endTurn"
            }\
            """;

    private SamplingSchemas() {}

    static JsonNode request() {
        String schema =
                """
                {"type": "object", "required": ["messages", "maxTokens"], "properties": {
                  "systemPrompt": {"type": "string"},
                  "messages": {"type": "array", "items": {
                    "type": "object", "required": ["role", "content"], "properties": {
                      "role": {"type": "string", "enum": ["user", "assistant"]},
                      "content": %s}}},
                  "maxTokens": {"type": "integer", "minimum": 1},
                  "temperature": {"type": "number"},
                  "stopSequences": {"type": "array", "items": {"type": "string"}},
                  "modelPreferences": {"type": "object", "properties": {
                    "hints": {"type": "array", "items": {"type": "object", "properties": {
                      "name": {"type": "string"}}}},
                    "costPriority": {"type": "number", "minimum": 0, "maximum": 1},
                    "speedPriority": {"type": "number", "minimum": 0, "maximum": 1},
                    "intelligencePriority": {"type": "number", "minimum": 0, "maximum": 1}}},
                  "includeContext": {"type": "string", "enum": ["none", "thisServer", "allServers"]},
                  "tools": {"type": "array", "items": {"type": "object"}},
                  "toolChoice": {"type": "object"},
                  "metadata": {"type": "object"}}}
                """
                        .formatted(CONTENT);
        return JsonMapper.shared().readTree(schema);
    }

    static JsonNode reply() {
        String schema =
                """
                {"type": "object", "required": ["content", "role", "model"], "properties": {
                  "content": %s,
                  "role": {"type": "string", "enum": ["assistant", "user"]},
                  "model": {"type": "string", "description": "Who is said to have answered"},
                  "stopReason": {"type": "string",
                    "description": "endTurn, stopSequence, maxTokens, toolUse or another"}}}
                """
                        .formatted(CONTENT);
        return JsonMapper.shared().readTree(schema);
    }

    static String emptyReply() {
        return EMPTY_REPLY;
    }
}
