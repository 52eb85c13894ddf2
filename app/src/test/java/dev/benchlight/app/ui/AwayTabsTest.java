package dev.benchlight.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.ui.workbench.Place;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class AwayTabsTest {
    private final AwayTabs away = new AwayTabs();

    @Test
    void tabsThatWentComeBackWhereTheyStood() {
        List<SavedTab> shown = new ArrayList<>(List.of(tab("a"), tab("b"), tab("b"), tab("c")));
        go(shown, "b");
        assertThat(shown).containsExactly(tab("a"), tab("c"));
        assertThat(away.with(shown))
                .extracting(AwayTabsTest::server)
                .containsExactly("a", "b", "b", "c");
        go(shown, "a");
        assertThat(away.with(shown))
                .extracting(AwayTabsTest::server)
                .containsExactly("a", "b", "b", "c");

        come(shown, "b");
        assertThat(shown).extracting(AwayTabsTest::server).containsExactly("b", "b", "c");
        come(shown, "a");
        assertThat(shown).extracting(AwayTabsTest::server).containsExactly("a", "b", "b", "c");
        assertThat(away.with(shown)).isEqualTo(shown);
    }

    @Test
    void whatWasTypedAfterOthersClosedIsStillInTheList() {
        away.add(tab("gone"), 7);

        assertThat(away.with(List.of())).containsExactly(tab("gone"));
        assertThat(away.take("other")).isEmpty();
        assertThat(away.take("gone")).containsExactly(new AwayTabs.Back(tab("gone"), 7));
        assertThat(away.take("gone")).isEmpty();
    }

    @Test
    void whatIsForgottenDoesNotComeBack() {
        away.add(tab("gone"), 0);
        away.forget("gone");

        assertThat(away.with(List.of())).isEmpty();
    }

    /// As the window does: first to last, each with where it stood before any went.
    private void go(List<SavedTab> shown, String server) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            places.add(away.among(i));
        }
        for (int i = shown.size() - 1; i >= 0; i--) {
            if (server(shown.get(i)).equals(server)) {
                away.add(shown.remove(i), places.get(i));
            }
        }
    }

    private void come(List<SavedTab> shown, String server) {
        for (AwayTabs.Back back : away.take(server)) {
            shown.add(Math.min(back.index(), shown.size()), back.tab());
        }
    }

    private static String server(SavedTab tab) {
        return tab.place().server();
    }

    private static SavedTab tab(String server) {
        return new SavedTab(new Place.ToolPlace(server, "t"), "{\"typed\": 1}", false);
    }
}
