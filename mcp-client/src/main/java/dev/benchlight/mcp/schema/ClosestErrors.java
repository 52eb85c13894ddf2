package dev.benchlight.mcp.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Of the branches of an `anyOf` or `oneOf` that all failed, lets only the one speak that came
/// closest: to say that a value is neither a text nor a list nor null helps nobody who meant an
/// object. Done for each value anew, and for branches within branches.
final class ClosestErrors {
    private final Predicate<Error> undecided;

    /// @param undecided errors that are no refusal; a branch with only these comes closest
    ClosestErrors(Predicate<Error> undecided) {
        this.undecided = undecided;
    }

    List<Error> of(List<Error> errors) {
        return closest(errors, 0);
    }

    private List<Error> closest(List<Error> errors, int level) {
        List<Error> result = new ArrayList<>();
        Map<Union, Map<String, List<Error>>> groups = new LinkedHashMap<>();
        Set<String> summaries = new HashSet<>();
        for (Error error : errors) {
            List<Branch> branches = branches(error);
            if (branches.size() <= level) {
                result.add(error);
                continue;
            }
            Branch branch = branches.get(level);
            summaries.add(branch.union.key);
            groups.computeIfAbsent(branch.union, k -> new LinkedHashMap<>())
                    .computeIfAbsent(branch.number, n -> new ArrayList<>())
                    .add(error);
        }
        result.removeIf(error ->
                "oneOf".equals(error.getKeyword())
                        && summaries.contains(key(error, Integer.MAX_VALUE, Integer.MAX_VALUE)));
        groups.forEach((union, group) -> result.addAll(best(union, group, level + 1)));
        return result;
    }

    private List<Error> best(Union union, Map<String, List<Error>> branches, int level) {
        List<Error> best = new ArrayList<>();
        int least = Integer.MAX_VALUE;
        for (List<Error> branch : branches.values()) {
            List<Error> errors = closest(branch, level);
            int cost = errors.stream().mapToInt(error -> cost(union, error)).sum();
            if (cost < least) {
                least = cost;
                best = errors;
            } else if (cost == least
                    && isOfOtherType(union, best)
                    && isOfOtherType(union, errors)) {
                best.addAll(errors);
            }
        }
        return best;
    }

    /// Whether a branch failed only because the value itself is of another type. Of several such
    /// branches all are named.
    private static boolean isOfOtherType(Union union, List<Error> errors) {
        return !errors.isEmpty() && errors.stream().allMatch(error -> isType(union, error));
    }

    private static boolean isType(Union union, Error error) {
        return "type".equals(error.getKeyword())
                && error.getInstanceLocation().getNameCount() == union.depth;
    }

    /// A wrong constant says most clearly that another branch was meant, then a wrong type.
    private int cost(Union union, Error error) {
        if (undecided.test(error)) {
            return 0;
        }
        JsonNode expected = error.getSchemaNode();
        boolean constant =
                "const".equals(error.getKeyword())
                        || ("enum".equals(error.getKeyword()) && expected.size() == 1);
        return constant ? 20 : isType(union, error) ? 10 : 1;
    }

    /// An `anyOf` or `oneOf`, for one value.
    ///
    /// @param depth of the value
    private record Union(String key, int depth) {}

    private record Branch(Union union, String number) {}

    private static List<Branch> branches(Error error) {
        NodePath path = error.getEvaluationPath();
        List<Branch> branches = new ArrayList<>();
        int depth = 0;
        int i = 0;
        while (i + 1 < path.getNameCount()) {
            switch (String.valueOf(path.getElement(i))) {
                case "anyOf", "oneOf" -> {
                    branches.add(
                            new Branch(
                                    new Union(key(error, i + 1, depth), depth),
                                    String.valueOf(path.getElement(i + 1))));
                    i += 2;
                }
                case "properties", "patternProperties", "prefixItems" -> {
                    depth++;
                    i += 2;
                }
                case "items" -> {
                    depth++;
                    i += path.getElement(i + 1) instanceof Number ? 2 : 1;
                }
                case "additionalProperties",
                        "additionalItems",
                        "unevaluatedProperties",
                        "unevaluatedItems",
                        "contains" -> {
                    depth++;
                    i++;
                }
                case "allOf", "dependentSchemas", "dependencies" -> i += 2;
                default -> i++;
            }
        }
        return branches;
    }

    /// The first steps of the evaluation, and of the way to the value.
    private static String key(Error error, int steps, int depth) {
        return steps(error.getEvaluationPath(), steps)
                + " "
                + steps(error.getInstanceLocation(), depth);
    }

    private static String steps(NodePath path, int most) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < Math.min(most, path.getNameCount()); i++) {
            String name = String.valueOf(path.getElement(i));
            out.append('/').append(name.replace("~", "~0").replace("/", "~1"));
        }
        return out.toString();
    }
}
