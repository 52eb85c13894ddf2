package dev.benchlight.render.markdown;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.autolink.AutolinkExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListItem;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.sequence.BasedSequence;

import dev.benchlight.render.markdown.Block.Piece;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Parses Markdown into blocks. Stateless. Nesting is bounded; what lies deeper is source.
final class MarkdownParser {
    /// Layout asks each level several times for its height, so it costs far more than linear.
    private static final int DEEPEST = 10;

    private static final int MOST_COLUMNS = 100;
    private static final int HEAVIEST_ROW = 2 * Chunks.BUDGET;
    private static final Parser PARSER = Parser.builder(options()).build();

    private MarkdownParser() {}

    private static DataHolder options() {
        return new MutableDataSet()
                .set(
                        Parser.EXTENSIONS,
                        List.of(
                                TablesExtension.create(),
                                StrikethroughExtension.create(),
                                TaskListExtension.create(),
                                AutolinkExtension.create()))
                .set(TablesExtension.MIN_SEPARATOR_DASHES, 1);
    }

    /// Takes no longer than [Budgeted] allows. What cannot be parsed at all is still readable, as
    /// source.
    static List<Piece> parse(String text) throws InterruptedException {
        try {
            return pieces(document(new Budgeted(Nesting.bounded(text))));
        } catch (Budgeted.Spent | StackOverflowError _) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            String reason = "Too tangled to be laid out as Markdown; this is the source.";
            return List.of(new Piece(CodeMapper.source(reason, text), text));
        }
    }

    static Node document(Budgeted source) {
        return PARSER.parse(BasedSequence.of(source));
    }

    private static List<Piece> pieces(Node document) {
        List<Piece> pieces = new ArrayList<>();
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (!(node instanceof Reference) && !node.getChars().isBlank()) {
                String source = node.getChars().trimEnd().toString();
                Chunks.split(block(node, 0)).forEach(part -> pieces.add(new Piece(part, source)));
            }
        }
        return List.copyOf(pieces);
    }

    private static List<Block> blocks(Node parent, int depth) {
        List<Block> blocks = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (!(node instanceof Reference)) {
                blocks.add(block(node, depth));
            }
        }
        return List.copyOf(blocks);
    }

    private static Block block(Node node, int depth) {
        if (depth > DEEPEST) {
            return CodeMapper.source("Nested too deep to be laid out", source(node));
        }
        return switch (node) {
            case Heading heading -> new Block.Heading(heading.getLevel(), InlineMapper.of(node));
            case Paragraph _ -> new Block.Paragraph(InlineMapper.of(node));
            case BlockQuote _ -> new Block.Quote(blocks(node, depth + 1));
            case ListBlock list -> listing(list, depth);
            case FencedCodeBlock code ->
                    CodeMapper.code(
                            code.getInfoDelimitedByAny(c -> c == ' ' || c == '{').toString(),
                            chomped(code.getContentChars().toString()));
            case IndentedCodeBlock code ->
                    CodeMapper.code("", chomped(code.getContentChars().toString()));
            case TableBlock table -> table(table);
            case ThematicBreak _ -> new Block.Rule();
            case HtmlBlock _ -> CodeMapper.source("HTML, shown as text", source(node));
            default -> CodeMapper.source("", source(node));
        };
    }

    private static Block listing(ListBlock list, int depth) {
        List<Block.Item> items = new ArrayList<>();
        int number = list instanceof OrderedList ordered ? ordered.getStartNumber() : 0;
        for (Node node = list.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof ListItem item) {
                String marker = list instanceof OrderedList ? number++ + "." : "•";
                Optional<Boolean> done =
                        item instanceof TaskListItem task
                                ? Optional.of(task.isItemDoneMarker())
                                : Optional.empty();
                items.add(new Block.Item(marker, done, blocks(item, depth + 1)));
            }
        }
        return new Block.Listing(List.copyOf(items));
    }

    private static Block table(TableBlock node) {
        Block.Table table = TableMapper.of(node);
        int columns = table.sides().size();
        if (columns > MOST_COLUMNS) {
            return CodeMapper.source(
                    "A table of %,d columns; this is its source".formatted(columns), source(node));
        }
        boolean heavy =
                table.rows().stream().mapToInt(Weight::ofRow).anyMatch(w -> w > HEAVIEST_ROW);
        return heavy
                ? CodeMapper.source(
                        "A table with very long cells; this is its source", source(node))
                : table;
    }

    private static String source(Node node) {
        return chomped(node.getChars().toString());
    }

    private static String chomped(String text) {
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
