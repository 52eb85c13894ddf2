package dev.benchlight.render.json;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The visible rows of a tree, flattened: a container's members follow it while it is open. Not
/// thread-safe.
final class JsonRows {
    private static final int OPEN_AT_FIRST = 200;

    private final Set<String> open = new HashSet<>();
    private final List<JsonRow> rows = new ArrayList<>();

    JsonRows(JsonNode root) {
        rows.add(new JsonRow("", "", 0, root));
        openWhileSmall();
    }

    List<JsonRow> rows() {
        return rows;
    }

    boolean isOpen(JsonRow row) {
        return open.contains(row.pointer());
    }

    /// Opens or closes the container at a row; does nothing to a value.
    void toggle(int index) {
        JsonRow row = rows.get(index);
        if (!row.isContainer()) {
            return;
        }
        if (open.remove(row.pointer())) {
            int end = index + 1;
            while (end < rows.size() && rows.get(end).depth() > row.depth()) {
                end++;
            }
            rows.subList(index + 1, end).clear();
        } else {
            open.add(row.pointer());
            rows.addAll(index + 1, visibleBelow(row));
        }
    }

    /// Opens every container on the way to a pointer, and tells its row.
    int reveal(String pointer) {
        int index = 0;
        while (index < rows.size()) {
            JsonRow row = rows.get(index);
            if (row.pointer().equals(pointer)) {
                return index;
            }
            if (row.isContainer() && pointer.startsWith(row.pointer() + "/") && !isOpen(row)) {
                toggle(index);
            }
            index++;
        }
        return 0;
    }

    private void openWhileSmall() {
        for (int index = 0; index < rows.size() && rows.size() < OPEN_AT_FIRST; index++) {
            JsonRow row = rows.get(index);
            if (row.isContainer() && row.node().size() <= OPEN_AT_FIRST && row.depth() < 6) {
                toggle(index);
            }
        }
    }

    private List<JsonRow> visibleBelow(JsonRow parent) {
        List<JsonRow> below = new ArrayList<>();
        for (JsonRow child : parent.children()) {
            below.add(child);
            if (child.isContainer() && isOpen(child)) {
                below.addAll(visibleBelow(child));
            }
        }
        return below;
    }

    /// The members of an object or array as rows.
    static List<JsonRow> childrenOf(JsonRow parent) {
        List<JsonRow> children = new ArrayList<>(parent.node().size());
        int depth = parent.depth() + 1;
        if (parent.node().isArray()) {
            int index = 0;
            for (JsonNode element : parent.node()) {
                String key = String.valueOf(index++);
                children.add(new JsonRow(parent.pointer() + "/" + key, key, depth, element));
            }
        } else {
            for (Map.Entry<String, JsonNode> member : parent.node().properties()) {
                String escaped = member.getKey().replace("~", "~0").replace("/", "~1");
                children.add(
                        new JsonRow(
                                parent.pointer() + "/" + escaped,
                                member.getKey(),
                                depth,
                                member.getValue()));
            }
        }
        return children;
    }
}
