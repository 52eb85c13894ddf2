package dev.benchlight.app.snapshots;

import dev.benchlight.app.doctor.Place;
import dev.benchlight.app.doctor.Place.Kind;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What of a catalogue has changed, and what that does to those who use it. The order of anything
/// means nothing.
public final class CatalogueDiff {
    private static final Set<String> WORDS = Set.of("title", "description", "icons", "name");

    /// What changes from one list to the next without meaning anything.
    private static final Set<String> PASSING = Set.of("size", "lastModified");

    private final Changes changes = new Changes();

    private CatalogueDiff() {}

    /// The worst first, and then in the order of the catalogue.
    public static List<Change> between(CatalogueSnapshot before, CatalogueSnapshot after) {
        CatalogueDiff diff = new CatalogueDiff();
        diff.server(before.server(), after.server());
        for (Kind kind : CatalogueSnapshot.LISTS.keySet()) {
            diff.items(kind, before.items(kind), after.items(kind));
        }
        return diff.changes.all().stream().sorted(Comparator.comparing(Change::impact)).toList();
    }

    private void server(JsonNode before, JsonNode after) {
        changes.changed(
                Impact.BEHAVIOURAL,
                Place.SERVER,
                "instructions",
                before.path("instructions"),
                after.path("instructions"));
        changes.changed(
                Impact.DESCRIPTION,
                Place.SERVER,
                "serverInfo",
                before.path("serverInfo"),
                after.path("serverInfo"));
        Place at = Place.SERVER.at(JsonPointer.empty().appendProperty("capabilities"));
        JsonNode had = before.path("capabilities");
        JsonNode has = after.path("capabilities");
        for (String name : names(had, has)) {
            Impact impact = has.has(name) ? Impact.BEHAVIOURAL : Impact.BREAKING;
            changes.changed(impact, at, name, had.path(name), has.path(name));
        }
    }

    private static Set<String> names(JsonNode one, JsonNode other) {
        Set<String> names = new TreeSet<>(one.propertyNames());
        names.addAll(other.propertyNames());
        return names;
    }

    private void items(Kind kind, Map<String, JsonNode> before, Map<String, JsonNode> after) {
        // Resources are data that comes and goes; the others are what programs are written against.
        Impact gone = kind == Kind.RESOURCE ? Impact.BEHAVIOURAL : Impact.BREAKING;
        before.forEach((name, item) -> {
            JsonNode now = after.get(name);
            if (now == null) {
                changes.add(gone, Place.of(kind, name), "was removed", item, null);
            } else if (!now.equals(item)) {
                item(Place.of(kind, name), item, now);
            }
        });
        after.forEach((name, item) -> {
            if (!before.containsKey(name)) {
                changes.add(Impact.BEHAVIOURAL, Place.of(kind, name), "was added", null, item);
            }
        });
    }

    private void item(Place place, JsonNode before, JsonNode after) {
        for (String member : names(before, after)) {
            JsonNode was = before.path(member);
            JsonNode is = after.path(member);
            if (was.equals(is) || PASSING.contains(member)) {
                continue;
            }
            Place at = place.at(JsonPointer.empty().appendProperty(member));
            switch (member) {
                case "inputSchema" -> new SchemaDiff(place, true, changes).compare(at, was, is);
                case "outputSchema" -> outputSchema(place, at, was, is);
                case "arguments" -> arguments(at, was, is);
                case "annotations" -> annotations(at, was, is);
                default ->
                        changes.changed(
                                WORDS.contains(member) ? Impact.DESCRIPTION : Impact.BEHAVIOURAL,
                                place,
                                member,
                                was,
                                is);
            }
        }
    }

    private void outputSchema(Place place, Place at, JsonNode was, JsonNode is) {
        if (is.isMissingNode()) {
            changes.add(Impact.BREAKING, at, "was removed", was, null);
        } else if (was.isMissingNode()) {
            changes.add(Impact.BEHAVIOURAL, at, "was added", null, is);
        } else {
            new SchemaDiff(place, false, changes).compare(at, was, is);
        }
    }

    private void annotations(Place at, JsonNode was, JsonNode is) {
        for (String claim : names(was, is)) {
            if (!PASSING.contains(claim)) {
                Impact impact = claim.equals("title") ? Impact.DESCRIPTION : Impact.BEHAVIOURAL;
                changes.changed(impact, at, claim, was.path(claim), is.path(claim));
            }
        }
    }

    /// Of a prompt.
    private void arguments(Place at, JsonNode was, JsonNode is) {
        Map<String, JsonNode> before = named(was);
        Map<String, JsonNode> after = named(is);
        before.forEach((name, argument) -> {
            Place there = at.at(at.pointer().appendProperty(name));
            JsonNode now = after.get(name);
            if (now == null) {
                changes.add(Impact.BREAKING, there, "was removed", argument, null);
                return;
            }
            boolean needed = now.path("required").asBoolean(false);
            boolean wasNeeded = argument.path("required").asBoolean(false);
            if (needed != wasNeeded) {
                changes.add(
                        needed ? Impact.BREAKING : Impact.BEHAVIOURAL,
                        there,
                        needed ? "is required now" : "is no longer required",
                        argument,
                        now);
            }
            for (String word : List.of("description", "title")) {
                changes.changed(
                        Impact.DESCRIPTION, there, word, argument.path(word), now.path(word));
            }
        });
        after.forEach((name, argument) -> {
            if (!before.containsKey(name)) {
                boolean needed = argument.path("required").asBoolean(false);
                changes.add(
                        needed ? Impact.BREAKING : Impact.BEHAVIOURAL,
                        at.at(at.pointer().appendProperty(name)),
                        needed ? "was added, and is required" : "was added",
                        null,
                        argument);
            }
        });
    }

    private static Map<String, JsonNode> named(JsonNode list) {
        Map<String, JsonNode> named = new LinkedHashMap<>();
        list.forEach(each -> named.putIfAbsent(each.path("name").asString(""), each));
        return named;
    }
}
