package dev.benchlight.render.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.render.markdown.Block.Piece;

import org.junit.jupiter.api.Test;

import java.util.List;

class MarkdownParserTest {
    @Test
    void mapsEachElementToItsBlock() {
        List<Piece> pieces =
                MarkdownParser.parse(
                        "# Title\n\ntext *a* `b`\n\n- [x] done\n\n> quote\n\n---\n\n```json\n{}\n```\n\n"
                                + "|a|b|\n|:-:|--:|\n|1|2|\n\n<script>alert(1)</script>\n");
        assertThat(pieces.stream().map(piece -> piece.block().getClass().getSimpleName()))
                .containsExactly(
                        "Heading",
                        "Paragraph",
                        "Listing",
                        "Quote",
                        "Rule",
                        "Code",
                        "Table",
                        "Source");
        assertThat(pieces.get(5).block()).isEqualTo(new Block.Code("json", "{}"));
    }

    @Test
    void endlessNestingIsBounded() {
        List<Piece> pieces = MarkdownParser.parse(">".repeat(10_000) + " x");
        assertThat(pieces).hasSize(1);
        assertThat(pieces.getFirst().block()).isInstanceOf(Block.Quote.class);
    }

    @Test
    void aLongParagraphBecomesManyCells() {
        assertThat(MarkdownParser.parse("hello world ".repeat(90_000)).size()).isGreaterThan(200);
    }

    @Test
    void onlyWebAndMailLinksOpen() {
        assertThat(Links.opens("https://example.com")).isTrue();
        assertThat(Links.opens("javascript:alert(1)")).isFalse();
        assertThat(Links.opens("file:///etc/passwd")).isFalse();
    }

    @Test
    void jsonIsNotTakenForMarkdown() {
        assertThat(LooksLike.markdown("[{\"a\": \"**b**\"}]")).isFalse();
        assertThat(LooksLike.markdown("# Title\n\ntext")).isTrue();
    }
}
