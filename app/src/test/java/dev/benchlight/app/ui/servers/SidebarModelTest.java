package dev.benchlight.app.ui.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.connections.Catalogue;
import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.app.connections.Entries;
import dev.benchlight.app.ui.signin.SignInChoices;
import dev.benchlight.app.ui.signin.SignIns;
import dev.benchlight.app.ui.workbench.Place;
import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.mcp.Listing;
import dev.benchlight.mcp.Prompt;
import dev.benchlight.mcp.Revision;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.SessionState;
import dev.benchlight.mcp.Tool;
import dev.benchlight.mcp.Warning;
import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Problem;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class SidebarModelTest {
    private final SidebarModel model =
            new SidebarModel(new SignIns(_ -> {}, SignInChoices.inMemory())::state);

    @Test
    void fewToolsAreShownAtOnceAndTheRestWhenAskedFor() {
        List<ConnectionSnapshot> one = List.of(server("a", ready(), "get-sum", "echo"));

        assertThat(texts(one)).containsExactly("a", "Tools 2", "get-sum", "echo", "Prompts 1");

        model.toggle(model.rows(one, List.of()).get(1));
        assertThat(texts(one)).containsExactly("a", "Tools 2", "Prompts 1");

        model.toggle(model.rows(one, List.of()).getFirst());
        assertThat(texts(one)).containsExactly("a");

        model.reveal("a");
        assertThat(texts(one)).contains("echo");
        assertThat(texts(List.of(server("b", ready(), manyNames()))))
                .containsExactly("b", "Tools 1000", "Prompts 1");
    }

    @Test
    void whatATabShowsIsUnfoldedAndFoundAgainAmongOtherRows() {
        ConnectionSnapshot few = server("a", ready(), "get-sum", "echo");
        ConnectionSnapshot many = server("b", ready(), manyNames());
        List<ConnectionSnapshot> both = List.of(few, many);
        model.rows(both, List.of()).forEach(model::toggle);
        assertThat(texts(both)).containsExactly("a", "b");

        Place.ToolPlace echo = new Place.ToolPlace("a", "echo");
        model.reveal(echo, few);
        Row row = new Row.Item(echo, "echo", "as listed before", Changes.Mark.NONE);
        assertThat(SidebarModel.indexOf(model.rows(both, List.of()), row)).isEqualTo(3);

        model.reveal(new Place.ToolPlace("b", manyNames()[0]), many);
        assertThat(texts(both)).contains(manyNames());
        assertThat(SidebarModel.indexOf(List.of(), row)).isEqualTo(-1);
    }

    @Test
    void problemsWithFilesStandAtTheEnd() {
        assertThat(model.rows(List.of(), List.of("a.yaml:3:1: not valid YAML")))
                .containsExactly(new Row.Note("", "a.yaml:3:1: not valid YAML"));
    }

    @Test
    void aServerThatWasConnectedSaysThatItEnded() {
        SessionState.Failed ended =
                new SessionState.Failed(
                        "connected", Problem.of("exit", Layer.TRANSPORT, "It exited."));
        Row.Failure failure = new Row.Failure("a", ended, "one\ntwo");

        assertThat(failure.headline()).isEqualTo("Ended while connected");
        assertThat(failure.isSaid("The last line on standard error was: two")).isTrue();
        assertThat(failure.isSaid("Install Node 20.")).isFalse();
    }

    @Test
    void theFilterLooksAtNamesAndDescriptionsAndUnfolds() {
        List<ConnectionSnapshot> two =
                List.of(server("a", ready(), "get-sum", "echo"), server("b", ready(), "other"));

        model.setFilter(" SUM ");
        assertThat(texts(two)).containsExactly("a", "Tools 1", "get-sum", "b");

        model.setFilter("does other");
        assertThat(texts(two)).containsExactly("a", "b", "Tools 1", "other");
    }

    @Test
    void theLineThatNamesTheErrorIsShownThoughAStackFollowsIt() {
        String node =
                """
                node:internal/modules/cjs/loader:1210
                  throw err;

                Error: Cannot find module '/srv/index.js'
                    at Module._resolveFilename (node:internal/modules/cjs/loader:1207:15)
                    at Module._load (node:internal/modules/cjs/loader:1038:27)
                  code: 'MODULE_NOT_FOUND',
                  requireStack: []
                }

                Node.js v20.20.2
                """;
        assertThat(SidebarModel.lastWords(node.lines().toList()).lines())
                .hasSize(5)
                .startsWith("Error: Cannot find module '/srv/index.js'")
                .endsWith("}", "Node.js v20.20.2");
        List<String> python = List.of("1", "2", "3", "4", "5", "KeyError: 'x'");
        assertThat(SidebarModel.lastWords(python)).isEqualTo("2\n3\n4\n5\nKeyError: 'x'");
        assertThat(SidebarModel.lastWords(List.of())).isEmpty();
    }

    @Test
    void aFailureShowsItsLastLinesAndNothingElse() {
        SessionState failed =
                new SessionState.Failed(
                        "handshake", Problem.of("exit", Layer.TRANSPORT, "It exited."));
        ConnectionSnapshot snapshot =
                new ConnectionSnapshot(
                        entry("a"),
                        failed,
                        catalogue("echo"),
                        List.of(),
                        List.of("1", "2", "3", "4", "5", "6"));

        assertThat(model.rows(List.of(snapshot), List.of()))
                .hasSize(2)
                .last()
                .isEqualTo(new Row.Failure("a", (SessionState.Failed) failed, "2\n3\n4\n5\n6"));
    }

    @Test
    void warningsStandBelowTheServer() {
        ConnectionSnapshot snapshot =
                new ConnectionSnapshot(
                        entry("a"),
                        ready(),
                        catalogue("echo"),
                        List.of(new Warning("noise", "It writes noise.", 3, List.of())),
                        List.of());

        assertThat(texts(List.of(snapshot)))
                .containsExactly("a", "It writes noise.", "Tools 1", "echo", "Prompts 1");
    }

    @Test
    void whatIsNewOrChangedIsMarkedUntilItIsLookedAt() {
        model.rows(List.of(asked("tool one", "tool two")), List.of());
        assertThat(marks(asked("tool one", "tool two"))).containsOnly("");

        ConnectionSnapshot gone =
                new ConnectionSnapshot(
                        entry("a"),
                        new SessionState.Closed(),
                        Catalogue.EMPTY,
                        List.of(),
                        List.of());
        model.rows(List.of(gone), List.of());
        ConnectionSnapshot later = asked("tool one", "other two", "tool three");
        assertThat(marks(later)).containsExactly("", "changed", "new");

        model.seen(new Place.ToolPlace("a", "two"));
        assertThat(marks(later)).containsExactly("", "", "new");
    }

    private List<String> marks(ConnectionSnapshot snapshot) {
        return model.rows(List.of(snapshot), List.of()).stream()
                .filter(row -> row instanceof Row.Item)
                .map(row -> ((Row.Item) row).mark().word())
                .toList();
    }

    /// A server that was asked for these tools, each as its description and its name.
    private static ConnectionSnapshot asked(String... tools) {
        List<Tool> items =
                Stream.of(tools)
                        .map(text -> text.split(" ", 2))
                        .map(words ->
                                new Tool(
                                        JsonMapper.shared()
                                                .createObjectNode()
                                                .put("name", words[1])
                                                .put("description", words[0])))
                        .toList();
        Listing<Tool> listed =
                new Listing<>(
                        items,
                        List.of(),
                        List.of(),
                        true,
                        Optional.of(Instant.now()),
                        false,
                        false);
        Catalogue catalogue =
                new Catalogue(
                        listed, listing(List.of()), listing(List.of()), listing(List.of()), true);
        return new ConnectionSnapshot(entry("a"), ready(), catalogue, List.of(), List.of());
    }

    @Test
    void aThousandToolsAreAllOffered() {
        assertThat(Offers.all(server("a", ready(), manyNames()))).hasSize(1_001);
    }

    private static String[] manyNames() {
        return Stream.iterate(0, i -> i + 1).limit(1_000).map(i -> "t" + i).toArray(String[]::new);
    }

    private List<String> texts(List<ConnectionSnapshot> snapshots) {
        return model.rows(snapshots, List.of()).stream()
                .map(row ->
                        switch (row) {
                            case Row.Server server -> server.server();
                            case Row.Failure failure -> failure.lastStderr();
                            case Row.SignIn ask -> "sign in: " + ask.server();
                            case Row.Note note -> note.text();
                            case Row.Section s -> s.kind().label() + " " + s.count();
                            case Row.Item item -> item.place().name();
                        })
                .toList();
    }

    private static ConnectionSnapshot server(String name, SessionState state, String... tools) {
        return new ConnectionSnapshot(entry(name), state, catalogue(tools), List.of(), List.of());
    }

    private static ServerEntry entry(String name) {
        return new ServerEntry(Entries.stdio(name, "x", List.of()), null, ServerEntry.Origin.FILE);
    }

    private static SessionState ready() {
        return new SessionState.Ready(
                new ServerDescription(
                        Revision.LATEST_LEGACY, JsonMapper.shared().createObjectNode()));
    }

    private static Catalogue catalogue(String... tools) {
        return new Catalogue(
                listing(Stream.of(tools).map(t -> new Tool(named(t))).toList()),
                listing(List.of(new Prompt(named("ask")))),
                listing(List.of()),
                listing(List.of()),
                true);
    }

    private static JsonNode named(String name) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("name", name)
                .put("description", "It does " + name + ".");
    }

    private static <T> Listing<T> listing(List<T> items) {
        return new Listing<>(items, List.of(), List.of(), true);
    }
}
