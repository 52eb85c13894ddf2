package dev.benchlight.mcp;

import dev.benchlight.mcp.wire.HeaderText;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The arguments of a tool that also go into `Mcp-Param-…` headers, as `x-mcp-header` in its input
/// schema says ("Streamable HTTP", "Custom Headers from Tool Parameters", 2026-07-28). Immutable.
///
/// @param paths where the argument of each header stands
/// @param problem why the tool must not be used over HTTP, as `/pointer what`, or empty
record ParamHeaders(Map<String, List<String>> paths, Optional<String> problem) {
    static final ParamHeaders NONE = new ParamHeaders(Map.of(), Optional.empty());
    private static final String KEYWORD = "x-mcp-header";
    private static final int DEEPEST = 100;
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Set<String> TYPES = Set.of("string", "integer", "boolean");
    private static final long SAFE = (1L << 53) - 1;

    static ParamHeaders of(JsonNode inputSchema) {
        Reader reader = new Reader();
        reader.read(inputSchema, "", List.of(), true);
        return new ParamHeaders(Map.copyOf(reader.paths), reader.problems.stream().findFirst());
    }

    /// The headers of a call; one whose argument is absent, null, or of a type that no header may
    /// hold is left out.
    Map<String, String> headers(JsonNode arguments) {
        Map<String, String> headers = new LinkedHashMap<>();
        paths.forEach((name, path) -> {
            JsonNode value = arguments;
            for (String step : path) {
                value = value.path(step);
            }
            text(value).ifPresent(text -> headers.put("Mcp-Param-" + name, HeaderText.of(text)));
        });
        return headers;
    }

    private static Optional<String> text(JsonNode value) {
        if (value.isString() || value.isBoolean()) {
            return Optional.of(value.asString());
        }
        boolean integer =
                value.isNumber()
                        && Double.isFinite(value.doubleValue())
                        && value.decimalValue().stripTrailingZeros().scale() <= 0
                        && value.decimalValue().abs().compareTo(BigDecimal.valueOf(SAFE)) <= 0;
        return integer
                ? Optional.of(value.decimalValue().toBigIntegerExact().toString())
                : Optional.empty();
    }

    /// Walks a schema once.
    private static final class Reader {
        private final Map<String, List<String>> paths = new LinkedHashMap<>();
        private final Map<String, String> seen = new LinkedHashMap<>();
        private final List<String> problems = new ArrayList<>();

        /// @param reachable whether only `properties` were passed on the way
        void read(JsonNode schema, String pointer, List<String> path, boolean reachable) {
            if (pointer.length() > 10_000 || path.size() > DEEPEST) {
                return;
            }
            if (schema.isArray()) {
                for (int i = 0; i < schema.size(); i++) {
                    read(schema.path(i), pointer + "/" + i, path, false);
                }
                return;
            }
            if (schema.has(KEYWORD) && !path.isEmpty()) {
                annotated(schema, pointer, path, reachable);
            }
            for (Map.Entry<String, JsonNode> member : schema.properties()) {
                String at = pointer + "/" + escaped(member.getKey());
                if (member.getKey().equals("properties") && member.getValue().isObject()) {
                    for (Map.Entry<String, JsonNode> property : member.getValue().properties()) {
                        List<String> longer = new ArrayList<>(path);
                        longer.add(property.getKey());
                        String there = at + "/" + escaped(property.getKey());
                        read(property.getValue(), there, longer, reachable);
                    }
                } else if (member.getValue().isContainer() && !isData(member.getKey())) {
                    read(member.getValue(), at, path.isEmpty() ? List.of("") : path, false);
                }
            }
        }

        private static boolean isData(String keyword) {
            return Set.of("default", "examples", "const", "enum").contains(keyword);
        }

        private static String escaped(String key) {
            return key.replace("~", "~0").replace("/", "~1");
        }

        private void annotated(
                JsonNode schema, String pointer, List<String> path, boolean reachable) {
            JsonNode value = schema.path(KEYWORD);
            String name = value.asString("");
            String type = schema.path("type").asString("");
            String at = pointer + "/" + KEYWORD + " ";
            if (!value.isString() || !TOKEN.matcher(name).matches()) {
                problems.add(at + "is no name for a header");
            } else if (!reachable) {
                problems.add(at + "stands where the argument has no fixed place");
            } else if (!TYPES.contains(type)) {
                problems.add(at + "is on an argument that is no string, integer or boolean");
            } else if (seen.put(name.toLowerCase(Locale.ROOT), name) != null) {
                problems.add(at + "names a header that another argument has");
            } else {
                paths.put(name, List.copyOf(path));
            }
        }
    }
}
