package dev.benchlight.render.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/// Splits what is too long for one cell of the view: layout costs grow with the cell, not with the
/// document.
final class Chunks {
    /// What one cell may weigh.
    static final int BUDGET = 5_000;

    private Chunks() {}

    static List<Block> split(Block block) {
        if (Weight.of(block) <= BUDGET) {
            return List.of(block);
        }
        return switch (block) {
            case Block.Heading heading ->
                    flow(heading.content(), part -> new Block.Heading(heading.level(), part));
            case Block.Paragraph paragraph -> flow(paragraph.content(), Block.Paragraph::new);
            case Block.Quote quote ->
                    groups(parts(quote.content()), Weight::of).stream()
                            .<Block>map(Block.Quote::new)
                            .toList();
            case Block.Listing list ->
                    groups(
                                    list.items().stream().flatMap(i -> item(i).stream()).toList(),
                                    Weight::of)
                            .stream()
                            .<Block>map(Block.Listing::new)
                            .toList();
            case Block.Table table -> table(table);
            case Block.Code _, Block.LongCode _, Block.Rule _ -> List.of(block);
        };
    }

    private static List<Block> parts(List<Block> blocks) {
        return blocks.stream().flatMap(block -> split(block).stream()).toList();
    }

    /// Only the first part of an item has its mark.
    private static List<Block.Item> item(Block.Item item) {
        List<Block.Item> items = new ArrayList<>();
        for (List<Block> part : groups(parts(item.content()), Weight::of)) {
            items.add(
                    items.isEmpty()
                            ? new Block.Item(item.marker(), item.done(), part)
                            : new Block.Item("", Optional.empty(), part));
        }
        return items.isEmpty() ? List.of(item) : items;
    }

    /// Each part has the header.
    private static List<Block> table(Block.Table table) {
        List<List<List<Inline>>> rows = table.rows();
        List<Block> parts = new ArrayList<>();
        for (var group : groups(rows.subList(1, rows.size()), Weight::ofRow)) {
            List<List<List<Inline>>> part = new ArrayList<>();
            part.add(rows.getFirst());
            part.addAll(group);
            parts.add(new Block.Table(table.sides(), List.copyOf(part)));
        }
        return parts.isEmpty() ? List.of(table) : parts;
    }

    private static List<Block> flow(List<Inline> content, Function<List<Inline>, Block> block) {
        List<Inline> stretches =
                content.stream().flatMap(inline -> stretches(inline).stream()).toList();
        return groups(stretches, Weight::of).stream().map(block).toList();
    }

    private static List<Inline> stretches(Inline inline) {
        if (!(inline instanceof Inline.Words words) || Weight.of(inline) <= BUDGET) {
            return List.of(inline);
        }
        List<Inline> stretches = new ArrayList<>();
        String text = words.text();
        for (int from = 0; from < text.length(); ) {
            int end = end(text, from);
            stretches.add(
                    new Inline.Words(text.substring(from, end), words.styles(), words.target()));
            from = end;
        }
        return stretches;
    }

    /// Where the stretch that begins at `from` ends: after a space if there is one.
    private static int end(String text, int from) {
        int weight = 0;
        int space = from;
        int at = from;
        while (at < text.length() && weight < BUDGET / 2) {
            weight += Weight.at(text, at);
            if (text.charAt(at) == ' ' || text.charAt(at) == '\n') {
                space = at + 1;
            }
            at++;
        }
        if (at == text.length()) {
            return at;
        } else if (space > from) {
            return space;
        }
        return Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
    }

    /// Neighbours together, as many as the budget allows, at least one.
    private static <T> List<List<T>> groups(List<T> all, ToIntFunction<T> weight) {
        List<List<T>> groups = new ArrayList<>();
        List<T> group = new ArrayList<>();
        int room = BUDGET;
        for (T one : all) {
            int cost = weight.applyAsInt(one);
            if (cost > room && !group.isEmpty()) {
                groups.add(List.copyOf(group));
                group.clear();
                room = BUDGET;
            }
            group.add(one);
            room -= cost;
        }
        if (!group.isEmpty()) {
            groups.add(List.copyOf(group));
        }
        return groups;
    }
}
