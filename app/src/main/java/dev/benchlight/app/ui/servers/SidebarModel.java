package dev.benchlight.app.ui.servers;

import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.app.ui.servers.Row.Kind;
import dev.benchlight.app.ui.signin.SignInState;
import dev.benchlight.app.ui.workbench.Place;
import dev.benchlight.mcp.SessionState;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Which rows the sidebar shows: servers, what is unfolded below them, and what fits the filter.
/// Lives on one thread.
final class SidebarModel {
    /// So many tools at most are shown without being asked for.
    private static final int FEW = 15;

    private static final Pattern ERROR = Pattern.compile("(?i)(?:error|exception)\\b[^:]*: ");

    private final Set<String> foldedServers = new HashSet<>();
    private final Set<String> turnedSections = new HashSet<>();
    private final Changes changes = new Changes();
    private final Function<String, SignInState> signIns;
    private String filter = "";

    /// @param signIns what is true of signing in to a server, by its name
    SidebarModel(Function<String, SignInState> signIns) {
        this.signIns = signIns;
    }

    void setFilter(String text) {
        filter = text.strip().toLowerCase(Locale.ROOT);
    }

    /// Folds or unfolds a server or section; nothing else folds.
    void toggle(Row row) {
        switch (row) {
            case Row.Server server -> flip(foldedServers, server.server());
            case Row.Section section -> flip(turnedSections, key(section.server(), section.kind()));
            case Row.Failure _, Row.SignIn _, Row.Note _, Row.Item _ -> {}
        }
    }

    /// Whether it is a server or section whose rows are hidden now.
    boolean isFolded(Row row) {
        return switch (row) {
            case Row.Server server -> !server.expanded();
            case Row.Section section -> !section.expanded();
            case Row.Failure _, Row.SignIn _, Row.Note _, Row.Item _ -> false;
        };
    }

    /// The user looks at something; it counts as known from now on.
    void seen(Place place) {
        changes.seen(place);
    }

    /// Unfolds a server and its tools.
    void reveal(String server) {
        foldedServers.remove(server);
        turnedSections.remove(key(server, Kind.TOOLS));
    }

    /// Unfolds what stands above an item.
    void reveal(Place place, ConnectionSnapshot snapshot) {
        Kind.of(place).ifPresent(kind -> reveal(place.server(), kind, snapshot));
    }

    private void reveal(String server, Kind kind, ConnectionSnapshot snapshot) {
        foldedServers.remove(server);
        if (isOpenAtFirst(kind, Offers.of(snapshot, kind).size())) {
            turnedSections.remove(key(server, kind));
        } else {
            turnedSections.add(key(server, kind));
        }
    }

    /// Where the row stands that is about the same as another, or -1.
    static int indexOf(List<Row> rows, @Nullable Row wanted) {
        for (int i = 0; wanted != null && i < rows.size(); i++) {
            if (subject(rows.get(i)).equals(subject(wanted))) {
                return i;
            }
        }
        return -1;
    }

    private static Object subject(Row row) {
        return switch (row) {
            case Row.Server server -> server.server();
            case Row.Section section -> key(section.server(), section.kind());
            case Row.Item item -> item.place();
            case Row.Failure _, Row.SignIn _, Row.Note _ -> row;
        };
    }

    private static boolean isOpenAtFirst(Kind kind, int offers) {
        return kind == Kind.TOOLS && offers <= FEW;
    }

    /// @param fileProblems of the workspace, one sentence each
    List<Row> rows(List<ConnectionSnapshot> snapshots, List<String> fileProblems) {
        List<Row> rows = new ArrayList<>();
        for (ConnectionSnapshot snapshot : snapshots) {
            changes.take(snapshot);
            addServer(rows, snapshot);
        }
        fileProblems.forEach(problem -> rows.add(new Row.Note("", problem)));
        return rows;
    }

    private void addServer(List<Row> rows, ConnectionSnapshot snapshot) {
        String name = snapshot.entry().name();
        boolean expanded = !foldedServers.contains(name) || !filter.isEmpty();
        SignInState signIn = signIns.apply(name);
        rows.add(new Row.Server(snapshot, expanded, signIn.word()));
        if (signIn.wantsUser()) {
            rows.add(new Row.SignIn(name, signIn));
        }
        if (snapshot.state() instanceof SessionState.Failed failed) {
            rows.add(new Row.Failure(name, failed, lastWords(snapshot.stderr())));
            return;
        }
        if (!expanded) {
            return;
        }
        if (snapshot.state() instanceof SessionState.Degraded(var _, var problem)) {
            rows.add(new Row.Note(name, problem.message()));
        }
        snapshot.warnings().forEach(w -> rows.add(new Row.Note(name, w.message())));
        for (Kind kind : Kind.values()) {
            addSection(rows, snapshot, kind);
        }
    }

    /// The last lines a server wrote, and the one that names the error if it stands before them:
    /// some end with a stack and a version.
    static String lastWords(List<String> stderr) {
        List<String> lines = stderr.stream().filter(line -> !line.isBlank()).toList();
        List<String> last = lines.subList(Math.max(0, lines.size() - 5), lines.size());
        List<String> before = lines.subList(0, lines.size() - last.size());
        boolean named = last.stream().anyMatch(SidebarModel::namesError);
        List<String> words = new ArrayList<>(last);
        before.reversed().stream()
                .filter(line -> !named && namesError(line))
                .findFirst()
                .ifPresent(error -> words.set(0, error));
        return String.join("\n", words);
    }

    private static boolean namesError(String line) {
        return ERROR.matcher(line).find();
    }

    private void addSection(List<Row> rows, ConnectionSnapshot snapshot, Kind kind) {
        String name = snapshot.entry().name();
        List<Offers.Offer> offers = Offers.of(snapshot, kind).stream().filter(this::fits).toList();
        if (offers.isEmpty()) {
            return;
        }
        boolean open = isOpenAtFirst(kind, offers.size());
        boolean expanded = !filter.isEmpty() || open != turnedSections.contains(key(name, kind));
        boolean remembered = Offers.listing(snapshot, kind).remembered();
        rows.add(new Row.Section(name, kind, offers.size(), expanded, remembered));
        if (expanded) {
            offers.forEach(o ->
                    rows.add(
                            new Row.Item(
                                    o.place(), o.title(), o.description(), changes.of(o.place()))));
        }
    }

    private boolean fits(Offers.Offer offer) {
        return filter.isEmpty()
                || contains(offer.place().name())
                || contains(offer.title())
                || contains(offer.description());
    }

    private boolean contains(String text) {
        return text.toLowerCase(Locale.ROOT).contains(filter);
    }

    private static void flip(Set<String> set, String key) {
        if (!set.remove(key)) {
            set.add(key);
        }
    }

    private static String key(String server, Kind kind) {
        return kind + " " + server;
    }
}
