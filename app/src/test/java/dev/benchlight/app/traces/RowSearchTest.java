package dev.benchlight.app.traces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.traces.RowSearch.Column;
import dev.benchlight.app.traces.RowSearch.State;
import dev.benchlight.app.traces.RowSearch.Term;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanStatus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

class RowSearchTest {
    private final TraceStore store = TraceStore.inMemory();
    private final Events events = new Events(store);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void findsInTheStoreWhatFitsOutOfIt() {
        for (String name : List.of("get-sum", "100%", "a_b", "back\\slash", "ÜBER", "it's")) {
            events.end(events.start("tools/call", name), SpanStatus.OK, "1 text");
        }
        events.end(events.start("resources/read", "axb"), SpanStatus.TIMED_OUT, "no answer");
        events.start("tools/call", "100 percent");
        store.flush();

        assertThat(names(word("sum"))).containsExactly("get-sum");
        assertThat(names(word("0%"))).containsExactly("100%");
        assertThat(names(word("a_b"))).containsExactly("a_b");
        assertThat(names(word("k\\s"))).containsExactly("back\\slash");
        assertThat(names(word("über"))).containsExactly("ÜBER");
        assertThat(names(word("t's"))).containsExactly("it's");
        assertThat(names(word("no answer"))).containsExactly("axb");
        assertThat(names(new Term(Set.of(Column.NAME), "100", Set.of()), word("tools")))
                .containsExactly("100 percent", "100%");
        State timedOut = new State(SpanKind.REQUEST, SpanStatus.TIMED_OUT);
        State running = new State(SpanKind.REQUEST, null);
        assertThat(names(new Term(Set.of(), "", Set.of(timedOut, running))))
                .containsExactly("100 percent", "axb");
        assertThat(names(new Term(Set.of(), "", Set.of()))).isEmpty();
        assertThat(names()).hasSize(8);
    }

    @Test
    void goesOnToTheOldestRowHoweverManyAreInBetween() {
        events.start("tools/call", "first");
        for (int i = 0; i < 20_100; i++) {
            events.start("tools/call", "usual");
        }
        store.flush();

        RowSearch search = new RowSearch(List.of(word("first")));
        RowSearch.Found found = store.search(search, OptionalLong.empty(), 5);
        assertThat(found.rows()).isEmpty();
        found = store.search(search, found.next(), 5);
        assertThat(found.rows()).extracting(TraceRow::name).containsExactly("first");
        assertThat(found.next()).isEmpty();

        found = store.search(RowSearch.ALL, OptionalLong.empty(), 5);
        assertThat(found.rows()).hasSize(5);
        assertThat(found.next()).hasValue(found.rows().getLast().sequence());
    }

    private List<String> names(Term... terms) {
        List<String> names = new ArrayList<>();
        OptionalLong before = OptionalLong.empty();
        do {
            var found = store.search(new RowSearch(List.of(terms)), before, 2);
            found.rows().forEach(row -> names.add(row.name()));
            before = found.next();
        } while (before.isPresent());
        return names;
    }

    private static Term word(String word) {
        return new Term(EnumSet.allOf(Column.class), word, Set.of());
    }
}
