package dev.benchlight.app.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.ui.palette.Palette.Command;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class PaletteTest {
    @Test
    void whatFitsBestStandsFirst() {
        assertThat(found("get", "target", "get-sum", "git_export_tree"))
                .containsExactly("get-sum", "target", "git_export_tree");
        assertThat(found("gs", "messages", "get-sum")).containsExactly("get-sum", "messages");
        assertThat(found("GET SUM", "get-sum", "get-tiny-image")).containsExactly("get-sum");
        assertThat(found("zzz", "get-sum")).isEmpty();
    }

    @Test
    void nothingTypedShowsAllInOrderButNotWithoutEnd() {
        assertThat(found("  ", "b", "a")).containsExactly("b", "a");
        String[] many = IntStream.range(0, 5_000).mapToObj(i -> "tool" + i).toArray(String[]::new);
        assertThat(found("", many)).hasSize(200).startsWith("tool0");
        assertThat(found("tool4321", many)).containsExactly("tool4321");
    }

    @Test
    void theServersNameTellsTwoOfTheSameNameApart() {
        List<Command> commands =
                List.of(
                        new Command("echo", "Echo", "Tool", "everything", () -> {}),
                        new Command("echo", "Echo", "Tool", "demo", () -> {}));

        assertThat(Palette.best(commands, "echo demo"))
                .extracting(Command::detail)
                .containsExactly("demo");
    }

    private static List<String> found(String typed, String... names) {
        List<Command> commands =
                List.of(names).stream().map(n -> new Command(n, "", "Tool", "", () -> {})).toList();
        return Palette.best(commands, typed).stream().map(Command::name).toList();
    }
}
