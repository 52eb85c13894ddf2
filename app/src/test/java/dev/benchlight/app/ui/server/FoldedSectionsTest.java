package dev.benchlight.app.ui.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.connections.ConnectionSnapshot;

import javafx.scene.Node;

import org.junit.jupiter.api.Test;

class FoldedSectionsTest {
    /// A section that is only known by name.
    private record Named(String title, boolean isOpenAtFirst) implements ServerSection {
        @Override
        public Node node() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void show(ConnectionSnapshot snapshot) {}
    }

    private final ServerSection open = new Named("Open", true);
    private final ServerSection folded = new Named("Folded", false);

    @Test
    void onlyWhatTheUserTurnedIsKept() {
        FoldedSections sections = FoldedSections.of("");
        assertThat(sections.isOpen(open)).isTrue();
        assertThat(sections.isOpen(folded)).isFalse();
        assertThat(sections.text()).isEmpty();

        FoldedSections turned = sections.with(open, false).with(folded, true);
        FoldedSections again = FoldedSections.of(turned.text());
        assertThat(again.isOpen(open)).isFalse();
        assertThat(again.isOpen(folded)).isTrue();
        assertThat(again.with(open, true).with(folded, false).text()).isEmpty();
    }

    @Test
    void whatIsNoTextOfOursIsAsAtFirst() {
        assertThat(FoldedSections.of("{not json").isOpen(open)).isTrue();
        assertThat(FoldedSections.of("[1]").isOpen(folded)).isFalse();
    }
}
