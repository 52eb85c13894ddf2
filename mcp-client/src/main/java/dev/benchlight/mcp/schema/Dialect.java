package dev.benchlight.mcp.schema;

import com.networknt.schema.SpecificationVersion;

import tools.jackson.databind.JsonNode;

import java.util.Arrays;
import java.util.Optional;

/// The versions of JSON Schema, by what `$schema` says.
final class Dialect {
    private Dialect() {}

    /// The version of an identifier. With `https` for `http`, or a `#` too many or too few, it is
    /// understood all the same.
    static Optional<SpecificationVersion> named(String id) {
        return Arrays.stream(SpecificationVersion.values())
                .filter(version -> bare(version.getDialectId()).equals(bare(id)))
                .findFirst();
    }

    /// The version that a schema is meant by: 2020-12 unless it names another that is known.
    static SpecificationVersion of(JsonNode schema) {
        return named(schema.path("$schema").asString(""))
                .orElse(SpecificationVersion.DRAFT_2020_12);
    }

    /// The keyword by which a part of the schema gives itself a URI.
    static String idKeyword(JsonNode schema) {
        return of(schema) == SpecificationVersion.DRAFT_4 ? "id" : "$id";
    }

    private static String bare(String id) {
        String noFragment = id.endsWith("#") ? id.substring(0, id.length() - 1) : id;
        return noFragment.replaceFirst("^https?://", "");
    }
}
