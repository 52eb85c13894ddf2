package dev.benchlight.app.ui.form;

import dev.benchlight.mcp.schema.SchemaProblem;
import dev.benchlight.mcp.schema.SchemaReader;

import tools.jackson.core.JsonPointer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What all rows of one form share: the text they view, and what the user chose that is not in it.
final class Form {
    /// Beyond so many members or items a form shows them on demand.
    static final int PAGE = 100;

    final ArgumentsModel model;
    final SchemaReader reader;
    final Map<JsonPointer, FieldRow> rows = new HashMap<>();
    final Map<JsonPointer, Integer> chosenVariant = new HashMap<>();
    final Map<String, String> leftInVariant = new HashMap<>();
    final Set<JsonPointer> asJson = new HashSet<>();
    private List<SchemaProblem> problems = List.of();

    Form(ArgumentsModel model, SchemaReader reader) {
        this.model = model;
        this.reader = reader;
    }

    void showProblems(List<SchemaProblem> newProblems) {
        problems = newProblems;
        List.copyOf(rows.values()).forEach(FieldRow::refreshProblems);
    }

    boolean hasRow(JsonPointer pointer) {
        return rows.containsKey(pointer);
    }

    List<SchemaProblem> problems() {
        return problems;
    }
}
