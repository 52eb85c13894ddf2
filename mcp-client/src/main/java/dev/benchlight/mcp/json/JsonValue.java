package dev.benchlight.mcp.json;

import java.util.List;
import java.util.Optional;

/// A value in a JSON text, with the characters it stands in: from `start` up to, not including,
/// `end`. Immutable.
public sealed interface JsonValue {
    int start();

    int end();

    /// An object; the members in the order of the text, no name twice.
    record Obj(int start, int end, List<Member> members) implements JsonValue {
        /// The member of that name.
        public Optional<Member> member(String name) {
            return members.stream().filter(m -> m.name().equals(name)).findFirst();
        }
    }

    /// An array.
    record Arr(int start, int end, List<JsonValue> items) implements JsonValue {}

    /// A string; may hold any UTF-16 unit, lone surrogates too.
    record Str(int start, int end, String value) implements JsonValue {}

    /// A number, as it was written.
    record Num(int start, int end, String text) implements JsonValue {}

    /// `true` or `false`.
    record Bool(int start, int end, boolean value) implements JsonValue {}

    /// `null`.
    record Null(int start, int end) implements JsonValue {}

    /// A name and its value. `nameStart` and `nameEnd` include the quotation marks.
    record Member(String name, int nameStart, int nameEnd, JsonValue value) {}
}
