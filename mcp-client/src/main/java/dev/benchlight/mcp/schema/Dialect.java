package dev.benchlight.mcp.schema;

import com.networknt.schema.SpecificationVersion;

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

    private static String bare(String id) {
        String noFragment = id.endsWith("#") ? id.substring(0, id.length() - 1) : id;
        return noFragment.replaceFirst("^https?://", "");
    }
}
