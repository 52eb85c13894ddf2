package dev.benchlight.app.ui.server;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.Set;
import java.util.TreeSet;

/// Which sections of a tab stand otherwise than at first, as it is kept between runs. Immutable.
///
/// @param turned the titles of those sections
record FoldedSections(Set<String> turned) {
    FoldedSections {
        turned = Set.copyOf(turned);
    }

    /// Reads what [#text()] gave; anything else is as at first.
    static FoldedSections of(String text) {
        Set<String> turned = new TreeSet<>();
        try {
            JsonNode saved = JsonMapper.shared().readTree(text.isBlank() ? "{}" : text);
            saved.path("turned").forEach(title -> turned.add(title.asString("")));
        } catch (JacksonException _) {
            // A tab's text that is no JSON is not one of this tab's.
            turned.clear();
        }
        return new FoldedSections(turned);
    }

    boolean isOpen(ServerSection section) {
        return section.isOpenAtFirst() != turned.contains(section.title());
    }

    FoldedSections with(ServerSection section, boolean open) {
        Set<String> now = new TreeSet<>(turned);
        if (open == section.isOpenAtFirst()) {
            now.remove(section.title());
        } else {
            now.add(section.title());
        }
        return new FoldedSections(now);
    }

    /// Empty where all is as at first.
    String text() {
        if (turned.isEmpty()) {
            return "";
        }
        ObjectNode saved = JsonMapper.shared().createObjectNode();
        new TreeSet<>(turned).forEach(saved.putArray("turned")::add);
        return saved.toString();
    }
}
