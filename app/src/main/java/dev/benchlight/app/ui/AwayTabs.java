package dev.benchlight.app.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Tabs of servers that are not there now, such as while their files are moved about: what was
/// typed into them is kept, and where they stood. For one thread.
final class AwayTabs {
    private final List<Away> away = new ArrayList<>();

    /// @param index where it stands among all tabs, those that are away counted too
    private record Away(SavedTab tab, int index) {}

    /// A tab that can be shown again.
    ///
    /// @param index where, among those that are shown
    record Back(SavedTab tab, int index) {}

    /// @param index where it stands among all tabs, those that are away counted too
    void add(SavedTab tab, int index) {
        away.add(new Away(tab, index));
        away.sort(Comparator.comparingInt(Away::index));
    }

    /// Where a tab stands among all tabs that stands there among those that are shown.
    int among(int shownIndex) {
        int index = shownIndex;
        for (Away tab : away) {
            index += tab.index() <= index ? 1 : 0;
        }
        return index;
    }

    /// All tabs, in order.
    List<SavedTab> with(List<SavedTab> shown) {
        List<SavedTab> all = new ArrayList<>(shown);
        away.forEach(tab -> all.add(Math.min(tab.index(), all.size()), tab.tab()));
        return all;
    }

    /// Takes out the tabs of a server, first to last, as they are to be shown one after the other.
    List<Back> take(String server) {
        List<Back> back = new ArrayList<>();
        int before = 0;
        for (Away tab : away) {
            if (isOf(tab, server)) {
                back.add(new Back(tab.tab(), tab.index() - before));
            } else {
                before++;
            }
        }
        forget(server);
        return back;
    }

    void forget(String server) {
        away.removeIf(tab -> isOf(tab, server));
    }

    private static boolean isOf(Away tab, String server) {
        return tab.tab().place().server().equals(server);
    }
}
