package dev.benchlight.render.markdown;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
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
import com.vladsch.flexmark.util.data.MutableDataSet;

import dev.benchlight.render.markdown.Block.Piece;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Parses Markdown into blocks. Stateless. Nesting is bounded; what lies deeper is source.
final class MarkdownParser {
    private static final Parser PARSER =
            Parser.builder(
                            new MutableDataSet()
                                    .set(
                                            Parser.EXTENSIONS,
                                            List.of(
                                                    TablesExtension.create(),
                                                    StrikethroughExtension.create(),
                                                    TaskListExtension.create(),
                                                    AutolinkExtension.create())))
                    .build();

    private MarkdownParser() {}

    static List<Piece> parse(String text) {
        List<Piece> pieces = new ArrayList<>();
        Node document = PARSER.parse(Nesting.bounded(text));
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (!(node instanceof Reference) && !node.getChars().isBlank()) {
                String source = node.getChars().toString();
                Chunks.split(block(node, 0)).forEach(part -> pieces.add(new Piece(part, source)));
            }
        }
        return List.copyOf(pieces);
    }

    private static List<Block> blocks(Node parent, int depth) {
        List<Block> blocks = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (!(node instanceof Reference)) {
                blocks.addAll(Chunks.split(block(node, depth)));
            }
        }
        return List.copyOf(blocks);
    }

    private static Block block(Node node, int depth) {
        if (depth > Nesting.DEEPEST) {
            return new Block.Source("Nested too deep to lay out.", node.getChars().toString());
        }
        return switch (node) {
            case Heading heading -> new Block.Heading(heading.getLevel(), InlineMapper.of(node));
            case Paragraph _ -> new Block.Paragraph(InlineMapper.of(node));
            case BlockQuote _ -> new Block.Quote(blocks(node, depth + 1));
            case ListBlock list -> listing(list, depth);
            case FencedCodeBlock code ->
                    new Block.Code(
                            code.getInfoDelimitedByAny(c -> c == ' ' || c == '{').toString(),
                            chomped(code.getContentChars().toString()));
            case IndentedCodeBlock code ->
                    new Block.Code("", chomped(code.getContentChars().toString()));
            case TableBlock table -> TableMapper.of(table);
            case ThematicBreak _ -> new Block.Rule();
            default -> new Block.Source("", chomped(node.getChars().toString()));
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

    private static String chomped(String text) {
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
