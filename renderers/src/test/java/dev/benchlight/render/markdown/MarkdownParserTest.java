package dev.benchlight.render.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.benchlight.render.markdown.Block.Piece;
import dev.benchlight.render.markdown.Inline.Style;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Optional;
import java.util.Set;

class MarkdownParserTest {
    private static List<Block> blocks(String text) throws InterruptedException {
        return MarkdownParser.parse(text).stream().map(Piece::block).toList();
    }

    private static List<Inline> inlines(String paragraph) throws InterruptedException {
        return ((Block.Paragraph) blocks(paragraph).getFirst()).content();
    }

    private static Inline.Words words(String text, Style... styles) {
        return new Inline.Words(text, Set.of(styles), "");
    }

    @Test
    void mapsEachElementToItsBlock() throws Exception {
        List<Block> blocks =
                blocks(
                        """
                        # Title

                        text

                        - one
                        - [x] done

                        3. three

                        > quote

                        ---

                        ```json
                        {}
                        ```

                            indented

                        |a|b|
                        |:-:|--:|
                        |1|2|

                        <script>alert(1)</script>
                        """);
        assertThat(blocks.stream().map(block -> block.getClass().getSimpleName()))
                .containsExactly(
                        "Heading",
                        "Paragraph",
                        "Listing",
                        "Listing",
                        "Quote",
                        "Rule",
                        "Code",
                        "Code",
                        "Table",
                        "Code");
        assertThat(blocks.get(6))
                .isInstanceOfSatisfying(
                        Block.Code.class,
                        code -> {
                            assertThat(code.title()).isEqualTo("json");
                            assertThat(code.text()).isEqualTo("{}");
                        });
        assertThat(((Block.Table) blocks.get(8)).sides())
                .containsExactly(Block.Side.CENTER, Block.Side.RIGHT);
        assertThat(((Block.Code) blocks.get(9)).text()).isEqualTo("<script>alert(1)</script>");
    }

    @Test
    void listsKeepTheirMarksAndTasksTheirState() throws Exception {
        Block.Listing list =
                (Block.Listing) blocks("3. a\n4. b\n   - [ ] c\n   - [x] d\n").getFirst();
        assertThat(list.items()).extracting(Block.Item::marker).containsExactly("3.", "4.");
        Block.Listing inner = (Block.Listing) list.items().get(1).content().get(1);
        assertThat(inner.items())
                .extracting(Block.Item::done)
                .containsExactly(Optional.of(false), Optional.of(true));
    }

    @Test
    void stylesNestAndLineBreaksStay() throws Exception {
        assertThat(inlines("a *b **c*** ~~d~~ `e`\nf &amp; <b>g</b>"))
                .containsExactly(
                        words("a "),
                        words("b ", Style.EMPHASIS),
                        words("c", Style.EMPHASIS, Style.STRONG),
                        words(" "),
                        words("d", Style.STRUCK),
                        words(" "),
                        words("e", Style.CODE),
                        words("\nf & "),
                        words("<b>", Style.MARKUP),
                        words("g"),
                        words("</b>", Style.MARKUP));
    }

    @Test
    void linksOfAllKindsHaveTheirTarget() throws Exception {
        assertThat(
                        blocks(
                                        "[a](http://a.test) [b] <http://c.test> http://d.test"
                                                + " [e](javascript:alert(1)) [f]\n\n[b]: http://b.test")
                                .stream()
                                .flatMap(block -> ((Block.Paragraph) block).content().stream())
                                .map(inline -> ((Inline.Words) inline).target())
                                .filter(target -> !target.isEmpty()))
                .containsExactly(
                        "http://a.test",
                        "http://b.test",
                        "http://c.test",
                        "http://d.test",
                        "javascript:alert(1)");
    }

    @Test
    void picturesAreNamedNotLoaded() throws Exception {
        assertThat(inlines("![a *b*](http://x.test/p.png \"t\")"))
                .containsExactly(new Inline.Picture("a b", "http://x.test/p.png"));
        assertThat(blocks("![c][r]\n\n[r]: data:image/png;base64,AA==").getFirst())
                .isEqualTo(
                        new Block.Paragraph(
                                List.of(new Inline.Picture("c", "data:image/png;base64,AA=="))));
    }

    /// Documents made to overflow, to take for ever or to be laid out for ever.
    enum Hostile {
        QUOTES(">".repeat(100_000) + " x"),
        LISTS("- ".repeat(100_000) + "x"),
        NUMBERS("1. ".repeat(100_000) + "x"),
        BRACKETS("[".repeat(100_000) + "x"),
        CLOSED_BRACKETS("[".repeat(50_000) + "x" + "]".repeat(50_000)),
        IMAGES("![".repeat(50_000) + "x" + "](y)".repeat(50_000)),
        STARS("*a ".repeat(100_000)),
        STARS_AND_LINES("*a _b ".repeat(50_000) + "* _ ".repeat(50_000)),
        BACKTICKS("`".repeat(50_000) + " a " + "``` `".repeat(20_000)),
        ANGLES("<".repeat(100_000) + "a>"),
        TAGS("<a ".repeat(60_000)),
        ENTITIES("&#".repeat(100_000)),
        ONE_LONG_LINE("word ".repeat(200_000)),
        ONE_LONG_WORD("x".repeat(1_000_000)),
        LONG_HEADING("# " + "word ".repeat(200_000)),
        WIDE_TABLE("|a".repeat(10_000) + "|\n" + "|-".repeat(10_000) + "|\n" + "|1".repeat(10_000)),
        LONG_TABLE("|a|b|\n|-|-|\n" + "|1|2|\n".repeat(20_000)),
        LONG_CELL("|a|\n|-|\n|" + "x ".repeat(100_000) + "|\n"),
        LONG_LIST("- item\n".repeat(20_000)),
        LONG_QUOTE("> para\n>\n".repeat(10_000)),
        LIST_IN_QUOTE_IN_LIST("- > - a\n".repeat(5_000)),
        DEEP_LINES(indented(400)),
        INVISIBLE("\u200b\u202e".repeat(50_000)),
        LINKS("[a](http://x.test) ".repeat(10_000)),
        PICTURES("![a](http://x.test/y.png) ".repeat(5_000)),
        CODES("`a` ".repeat(20_000)),
        LONG_CODE("```java\n" + "int a = 1; // x\n".repeat(20_000)),
        MANY_TOKENS("```json\n" + "1,".repeat(1_900) + "\n```\n"),
        LONG_HTML("<div>" + "x".repeat(500_000)),
        REFERENCES("[a]: http://x.test\n".repeat(10_000) + "[a]"),
        UNDERLINES("a\n=\n".repeat(20_000)),
        NULS("\u0000".repeat(50_000));

        private final String text;

        Hostile(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }

        private static String indented(int levels) {
            StringBuilder out = new StringBuilder();
            for (int level = 0; level < levels; level++) {
                out.append("  ".repeat(level)).append("- x\n");
            }
            return out.toString();
        }
    }

    @ParameterizedTest
    @EnumSource
    void hostileInputGivesPiecesThatAreCheapToLayOut(Hostile hostile) throws Exception {
        for (Block block : blocks(hostile.text())) {
            assertThat(Weight.of(block)).isLessThanOrEqualTo(4 * Chunks.BUDGET);
        }
    }

    @Test
    void nothingIsLostWhenALongParagraphIsSplit() throws Exception {
        String text = "hello *world* 😀 ".repeat(3_000).strip();
        StringBuilder shown = new StringBuilder();
        List<Block> blocks = blocks(text);
        for (Block block : blocks) {
            ((Block.Paragraph) block)
                    .content()
                    .forEach(inline -> shown.append(((Inline.Words) inline).text()));
        }
        assertThat(blocks).hasSizeGreaterThan(5);
        assertThat(shown).hasToString(text.replace("*", ""));
    }

    @Test
    void onlyTheFirstPartOfASplitItemHasItsMark() throws Exception {
        List<Block> blocks = blocks("- " + "long words here ".repeat(2_000) + "\n- next\n");
        List<String> marks =
                blocks.stream()
                        .flatMap(block -> ((Block.Listing) block).items().stream())
                        .map(Block.Item::marker)
                        .filter(mark -> !mark.isEmpty())
                        .toList();
        assertThat(blocks).hasSizeGreaterThan(3);
        assertThat(marks).containsExactly("•", "•");
    }

    @Test
    void everyPartOfASplitTableHasTheHeader() throws Exception {
        List<Block> blocks = blocks("|name|\n|-|\n" + "|a value|\n".repeat(2_000));
        assertThat(blocks).hasSizeGreaterThan(5);
        assertThat(blocks)
                .allSatisfy(block ->
                        assertThat(((Block.Table) block).rows().getFirst())
                                .containsExactly(List.of(words("name"))));
    }

    @Test
    void parsingEndsWhenItsThreadIsInterrupted() {
        Thread.currentThread().interrupt();
        String text = "word *a* ".repeat(50_000);
        assertThatThrownBy(() -> MarkdownParser.parse(text))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void ordinaryDocumentsAreFarFromTheBudget() {
        String text =
                "# Title\n\nSome *text* with `code` and a [link](http://x.test).\n\n- a\n- b\n\n"
                        .repeat(400);
        Budgeted source = new Budgeted(text);
        MarkdownParser.document(source);
        assertThat(source.reads()).isLessThan(300L * text.length());
    }

    @Test
    void longDocumentsAreCutAtBlankLinesOutsideCode() {
        String prose = "word ".repeat(30).strip() + "\n\n";
        String text =
                prose.repeat(Sections.FIRST / prose.length())
                        + "```\n"
                        + "\n".repeat(999)
                        + "```\n\nend";
        int end = Sections.end(text + "\n\n" + prose.repeat(20_000), 0);
        assertThat(end).isGreaterThanOrEqualTo(Sections.FIRST);
        assertThat(text.substring(0, end)).endsWith("```\n");
        String solid = "x".repeat(3 * Sections.SIZE);
        assertThat(Sections.end(solid, 0)).isEqualTo(Sections.FIRST);
        assertThat(Sections.end(solid, 5)).isEqualTo(5 + Sections.SIZE);
        assertThat(Sections.end(solid.substring(0, Sections.SIZE), 0)).isEqualTo(Sections.SIZE);
        assertThat(Sections.end(solid, 2 * Sections.SIZE)).isEqualTo(solid.length());
    }
}
