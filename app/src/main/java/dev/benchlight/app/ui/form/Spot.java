package dev.benchlight.app.ui.form;

import tools.jackson.core.JsonPointer;

/// Where a row stands, and what may happen there.
///
/// @param required whether the schema asks for a value
/// @param removable whether the row stays when its value is taken away; an item or a member of the
///   user's own is there only as long as its value
/// @param level how many variants it stands in, at the same place
record Spot(JsonPointer at, boolean required, boolean removable, int level) {
    static Spot whole() {
        return new Spot(JsonPointer.empty(), true, false, 0);
    }

    static Spot member(JsonPointer at, boolean required) {
        return new Spot(at, required, true, 0);
    }

    /// An item, or a member the schema does not name.
    static Spot own(JsonPointer at) {
        return new Spot(at, true, false, 0);
    }

    Spot inVariant() {
        return new Spot(at, required, removable, level + 1);
    }
}
