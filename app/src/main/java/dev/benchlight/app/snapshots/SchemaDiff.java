package dev.benchlight.app.snapshots;

import dev.benchlight.app.doctor.Place;
import dev.benchlight.app.text.Hidden;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What has changed between two canonical schemas. Of arguments, what takes fewer values breaks; of
/// results, what promises less.
final class SchemaDiff {
    private static final Set<String> WORDS =
            Set.of("title", "description", "examples", "$comment", "$schema");
    private static final Set<String> LEAST =
            Set.of(
                    "minimum",
                    "exclusiveMinimum",
                    "minLength",
                    "minItems",
                    "minProperties",
                    "minContains");
    private static final Set<String> MOST =
            Set.of(
                    "maximum",
                    "exclusiveMaximum",
                    "maxLength",
                    "maxItems",
                    "maxProperties",
                    "maxContains");

    /// What refuses values by being there.
    private static final Set<String> REFUSING =
            Set.of(
                    "pattern",
                    "format",
                    "const",
                    "multipleOf",
                    "uniqueItems",
                    "not",
                    "allOf",
                    "dependentRequired",
                    "$ref");

    private static final Set<String> SCHEMAS =
            Set.of("items", "contains", "propertyNames", "if", "then", "else");

    private final Place place;
    private final boolean input;
    private final Changes changes;

    /// @param input whether it is the schema of arguments, and not of results
    SchemaDiff(Place place, boolean input, Changes changes) {
        this.place = place;
        this.input = input;
        this.changes = changes;
    }

    void compare(Place at, JsonNode before, JsonNode after) {
        schema(at.pointer(), before, after);
    }

    private void schema(JsonPointer at, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return;
        }
        if (!before.isObject() || !after.isObject()) {
            add(Impact.BREAKING, at, Changes.words(before, after), before, after);
            return;
        }
        Set<String> keywords = new TreeSet<>(before.propertyNames());
        keywords.addAll(after.propertyNames());
        for (String keyword : keywords) {
            JsonNode was = before.path(keyword);
            JsonNode is = after.path(keyword);
            if (!was.equals(is)) {
                keyword(at.appendProperty(keyword), keyword, was, is);
            }
        }
    }

    private void keyword(JsonPointer at, String keyword, JsonNode was, JsonNode is) {
        switch (keyword) {
            case "properties" -> properties(at, was, is);
            case "$defs", "definitions" -> definitions(at, was, is);
            case "required" -> required(at, was, is);
            case "type" -> values(at, types(was), types(is), was, is, input);
            case "enum" -> values(at, set(was), set(is), was, is, input);
            case "anyOf", "oneOf" -> variants(at, was, is);
            case "additionalProperties", "unevaluatedProperties" -> others(at, was, is);
            default -> {
                if (SCHEMAS.contains(keyword) && was.isObject() && is.isObject()) {
                    schema(at, was, is);
                } else {
                    add(impact(keyword, was, is), at, Changes.words(was, is), was, is);
                }
            }
        }
    }

    private Impact impact(String keyword, JsonNode was, JsonNode is) {
        if (WORDS.contains(keyword)) {
            return Impact.DESCRIPTION;
        }
        boolean fewer =
                (LEAST.contains(keyword) && isTighter(was, is, 1))
                        || (MOST.contains(keyword) && isTighter(was, is, -1))
                        || (REFUSING.contains(keyword) && !is.isMissingNode() && !isFalse(is))
                        || (SCHEMAS.contains(keyword) && !is.isMissingNode());
        return fewer && input ? Impact.BREAKING : Impact.BEHAVIOURAL;
    }

    /// Whether there is a limit now where none was, or one that takes less.
    ///
    /// @param sign 1 where more takes less, -1 where less does
    private static boolean isTighter(JsonNode was, JsonNode is, int sign) {
        return is.isNumber()
                && (!was.isNumber() || is.decimalValue().compareTo(was.decimalValue()) * sign > 0);
    }

    private static boolean isFalse(JsonNode value) {
        return value.isBoolean() && !value.booleanValue();
    }

    private void properties(JsonPointer at, JsonNode was, JsonNode is) {
        Set<String> renamed = new LinkedHashSet<>();
        for (Map.Entry<String, JsonNode> member : was.properties()) {
            JsonPointer there = at.appendProperty(member.getKey());
            if (is.has(member.getKey())) {
                schema(there, member.getValue(), is.path(member.getKey()));
            } else {
                String name = newName(member.getValue(), was, is);
                renamed.add(name);
                String message =
                        name.isEmpty()
                                ? "was removed"
                                : "was removed, or is called " + Hidden.line(name) + " now";
                add(Impact.BREAKING, there, message, member.getValue(), is.path(name));
            }
        }
        for (Map.Entry<String, JsonNode> member : is.properties()) {
            if (!was.has(member.getKey()) && !renamed.contains(member.getKey())) {
                JsonPointer there = at.appendProperty(member.getKey());
                add(Impact.BEHAVIOURAL, there, "was added", was.path(""), member.getValue());
            }
        }
    }

    /// The new member of the same schema, if there is one.
    private static String newName(JsonNode schema, JsonNode was, JsonNode is) {
        for (Map.Entry<String, JsonNode> member : is.properties()) {
            if (!was.has(member.getKey()) && member.getValue().equals(schema)) {
                return member.getKey();
            }
        }
        return "";
    }

    /// One that comes or goes shows where it is referred to.
    private void definitions(JsonPointer at, JsonNode was, JsonNode is) {
        for (Map.Entry<String, JsonNode> each : was.properties()) {
            if (is.has(each.getKey())) {
                schema(at.appendProperty(each.getKey()), each.getValue(), is.path(each.getKey()));
            }
        }
    }

    private void required(JsonPointer at, JsonNode was, JsonNode is) {
        Set<String> before = set(was);
        Set<String> after = set(is);
        for (String name : minus(after, before)) {
            String message = "asks for " + Hidden.line(name) + " now";
            add(input ? Impact.BREAKING : Impact.BEHAVIOURAL, at, message, was, is);
        }
        for (String name : minus(before, after)) {
            String message = "no longer asks for " + Hidden.line(name);
            add(input ? Impact.BEHAVIOURAL : Impact.BREAKING, at, message, was, is);
        }
    }

    /// @param fewerBreaks whether it breaks when there are fewer, rather than when there are more
    private void values(
            JsonPointer at,
            Set<String> before,
            Set<String> after,
            JsonNode was,
            JsonNode is,
            boolean fewerBreaks) {
        Set<String> gone = minus(before, after);
        Set<String> come = minus(after, before);
        // Without the keyword, every value is taken.
        boolean fewer = was.isMissingNode() || (!is.isMissingNode() && !gone.isEmpty());
        boolean more = is.isMissingNode() || (!was.isMissingNode() && !come.isEmpty());
        boolean breaks = fewerBreaks ? fewer : more;
        add(breaks ? Impact.BREAKING : Impact.BEHAVIOURAL, at, Changes.words(was, is), was, is);
    }

    private void variants(JsonPointer at, JsonNode was, JsonNode is) {
        Set<String> before = set(was);
        Set<String> after = set(is);
        if (before.equals(after)) {
            return;
        }
        boolean oneChanged = was.size() == is.size() && minus(before, after).size() == 1;
        for (int i = 0; oneChanged && i < was.size(); i++) {
            for (int k = 0; k < is.size(); k++) {
                if (!after.contains(was.path(i).toString())
                        && !before.contains(is.path(k).toString())) {
                    schema(at.appendIndex(k), was.path(i), is.path(k));
                    return;
                }
            }
        }
        values(at, before, after, was, is, input);
    }

    private void others(JsonPointer at, JsonNode was, JsonNode is) {
        if (was.isObject() && is.isObject()) {
            schema(at, was, is);
            return;
        }
        boolean fewer = isFalse(is) || (is.isObject() && !isFalse(was));
        boolean same = is.isMissingNode() ? isTrue(was) : was.isMissingNode() && isTrue(is);
        if (!same) {
            Impact impact = fewer && input ? Impact.BREAKING : Impact.BEHAVIOURAL;
            add(impact, at, Changes.words(was, is), was, is);
        }
    }

    private static boolean isTrue(JsonNode value) {
        return value.isBoolean() && value.booleanValue();
    }

    /// An integer is a number; a draft that allows both takes them all the same.
    private static Set<String> types(JsonNode type) {
        Set<String> types = new LinkedHashSet<>();
        if (type.isArray()) {
            type.forEach(each -> types.add(each.asString("")));
        } else if (type.isString()) {
            types.add(type.stringValue());
        }
        if (types.contains("number")) {
            types.add("integer");
        }
        return types;
    }

    private static Set<String> set(JsonNode list) {
        Set<String> set = new LinkedHashSet<>();
        list.forEach(each -> set.add(each.isString() ? each.stringValue() : each.toString()));
        return set;
    }

    private static Set<String> minus(Set<String> all, Set<String> without) {
        Set<String> rest = new LinkedHashSet<>(all);
        rest.removeAll(without);
        return rest;
    }

    private void add(
            Impact impact, JsonPointer at, String message, JsonNode before, JsonNode after) {
        changes.add(impact, place.at(at), message, before, after);
    }
}
