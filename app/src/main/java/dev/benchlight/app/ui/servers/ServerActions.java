package dev.benchlight.app.ui.servers;

import dev.benchlight.app.connections.Approvals;
import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.connections.Connections;
import dev.benchlight.app.connections.McpConnection;
import dev.benchlight.app.ui.fx.Dialogs;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.app.ui.secrets.KeptSecrets;
import dev.benchlight.app.ui.signin.SignIns;
import dev.benchlight.app.workspace.InputException;
import dev.benchlight.app.workspace.ServerDraft;
import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.app.workspace.ServerTrees;
import dev.benchlight.app.workspace.Workspace;
import dev.benchlight.app.workspace.WorkspaceSnapshot;
import dev.benchlight.mcp.SessionState;
import dev.benchlight.mcp.wire.ServerConfig;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What the user can do to servers. Waits for the disk on virtual threads only. Lives on the JavaFX
/// thread.
public final class ServerActions {
    private final Connections connections;
    private final Workspace workspace;
    private final Approvals approvals;
    private final Dialogs dialogs;
    private final FxBatcher fx;
    private final TrustQuestions questions;
    private final SignIns signIns;
    private Consumer<Connection> onRemove = gone -> {};
    private @Nullable KeyMoves moves;
    private int changes;
    private int writing;

    public ServerActions(
            Connections connections,
            Workspace workspace,
            Approvals approvals,
            SignIns signIns,
            Dialogs dialogs,
            FxBatcher fx) {
        this.signIns = signIns;
        this.connections = connections;
        this.workspace = workspace;
        this.approvals = approvals;
        this.dialogs = dialogs;
        this.questions = new TrustQuestions(dialogs);
        this.fx = fx;
    }

    /// From now on keys can be moved out of files into a store.
    public void moveKeysTo(KeptSecrets keys) {
        moves = new KeyMoves(keys, fx);
    }

    /// Moves keys, if there is where to.
    Optional<KeyMoves> keyMoves() {
        return Optional.ofNullable(moves);
    }

    /// What is asked of the user about signing in.
    SignIns signIns() {
        return signIns;
    }

    /// Called before a connection goes that the user has removed.
    public void onRemove(Consumer<Connection> listener) {
        onRemove = listener;
    }

    /// Connects, after the command was shown and approved where that is needed.
    public void connect(Connection connection) {
        approved(connection, connection::connect, () -> {});
    }

    /// As the other.
    ///
    /// @param refused runs if the user does not approve
    public void connect(Connection connection, Runnable refused) {
        approved(connection, connection::connect, refused);
    }

    /// Connects several, and asks in their order where that is needed.
    void connect(List<? extends Connection> several) {
        offThread(() -> several.forEach(c -> startOrAsk(c, c::connect, () -> {})));
    }

    /// Connects anew.
    public void restart(McpConnection connection) {
        restart(connection, () -> {});
    }

    /// As the other.
    ///
    /// @param refused runs if the user does not approve
    public void restart(McpConnection connection, Runnable refused) {
        approved(connection, connection::restart, refused);
    }

    /// Writes servers into the workspace.
    ///
    /// @param done given what went wrong, one sentence each; servers that are not named there were
    ///   added
    void add(List<ServerDraft> drafts, boolean connect, Consumer<List<String>> done) {
        writing++;
        Set<String> ours = builtIn();
        offThread(() -> {
            List<String> problems = new ArrayList<>();
            List<ServerEntry> added = new ArrayList<>();
            for (ServerDraft draft : drafts) {
                try {
                    ServerConfig config = Objects.requireNonNull(draft.config());
                    if (ours.contains(config.name().strip())) {
                        config = ServerTrees.named(config, config.name().strip() + "-2");
                    }
                    added.add(workspace.add(config, draft.disabled()));
                } catch (IOException e) {
                    problems.add(draft.name() + " could not be saved: " + e.getMessage());
                }
            }
            fx.run(() -> {
                written();
                done.accept(problems);
                List<McpConnection> all = added.stream().map(connections::add).toList();
                if (connect) {
                    connect(all.stream().filter(c -> !c.snapshot().entry().disabled()).toList());
                }
            });
        });
    }

    /// Asks, then ends the connection and deletes the server's file.
    void remove(Connection connection) {
        ServerEntry entry = connection.snapshot().entry();
        if (entry.origin() == ServerEntry.Origin.BUILT_IN) {
            removed(connection);
            return;
        }
        dialogs.ask(
                new Dialogs.Question(
                        "Remove server",
                        "Remove "
                                + VisibleText.name(entry.name())
                                + " from this workspace? Its file is deleted and its tabs"
                                + " close; its traces stay.",
                        String.valueOf(entry.file()),
                        "Remove server",
                        "Keep it"),
                () -> deleteFile(connection, entry));
    }

    /// Changes what a server is. Where more than its name changed, its session ends.
    ///
    /// @param connect whether to connect afterwards; a changed command is to be approved again
    /// @param done given why it was not possible, in sentences; empty if it was
    void replace(
            McpConnection connection,
            ServerDraft wanted,
            boolean connect,
            Consumer<List<String>> done) {
        ServerEntry entry = connection.snapshot().entry();
        ServerConfig config = Objects.requireNonNull(wanted.config());
        writing++;
        offThread(() -> {
            try {
                ServerEntry changed = workspace.replace(entry, config);
                fx.run(() -> {
                    written();
                    replaced(connection, entry, changed, connect);
                    done.accept(List.of());
                });
            } catch (IOException e) {
                fx.run(() -> {
                    written();
                    done.accept(List.of("Not saved: " + e.getMessage()));
                });
            } catch (InputException e) {
                String hint = e.problem().hint();
                String why = e.problem().message() + (hint == null ? "" : " " + hint);
                fx.run(() -> {
                    written();
                    done.accept(List.of(why));
                });
            }
        });
    }

    private void replaced(
            McpConnection connection, ServerEntry before, ServerEntry now, boolean connect) {
        connections.replace(connection, now);
        if (!ServerTrees.named(before.config(), now.name()).equals(now.config())) {
            connection.disconnect();
        }
        if (connect) {
            restart(connection);
        }
    }

    /// The names that servers of the program itself have, of which no file knows.
    private Set<String> builtIn() {
        return connections.all().stream()
                .map(connection -> connection.snapshot().entry())
                .filter(entry -> entry.origin() == ServerEntry.Origin.BUILT_IN)
                .map(ServerEntry::name)
                .collect(Collectors.toSet());
    }

    /// Whether an entry can be changed here; what shares a file with others cannot.
    boolean isWritable(ServerEntry entry) {
        return workspace.hasOwnFile(entry);
    }

    /// What is wrong with files of the workspace, as last read.
    List<String> fileProblems() {
        return workspace.snapshot().problems().stream().map(Object::toString).toList();
    }

    /// Reads the workspace's files again, and takes over what others changed in them. A session
    /// that is under way goes on as it began.
    ///
    /// @param done runs afterwards
    public void reload(Runnable done) {
        int before = changes;
        offThread(() -> {
            WorkspaceSnapshot now = workspace.read();
            fx.run(() -> {
                if (writing == 0 && changes == before) {
                    follow(now);
                    done.run();
                }
            });
        });
    }

    private void follow(WorkspaceSnapshot now) {
        for (McpConnection connection : connections.all()) {
            ServerEntry entry = connection.snapshot().entry();
            Optional<ServerEntry> same = now.server(entry.name());
            if (entry.origin() != ServerEntry.Origin.FILE || same.equals(Optional.of(entry))) {
                continue;
            }
            // A file that cannot be read now is as it was before.
            boolean unreadable =
                    now.problems().stream().anyMatch(p -> p.file().equals(entry.file()));
            if (same.isPresent()) {
                connections.replace(connection, same.get());
            } else if (!unreadable && !isUnderWay(connection)) {
                connections.remove(connection);
            }
        }
        now.servers().stream()
                .filter(entry -> connections.find(entry.name()).isEmpty())
                .forEach(connections::add);
    }

    private static boolean isUnderWay(Connection connection) {
        return switch (connection.snapshot().state()) {
            case SessionState.Connecting _, SessionState.Ready _, SessionState.Degraded _ -> true;
            case SessionState.Closed _, SessionState.Failed _ -> false;
        };
    }

    private void written() {
        writing--;
        changes++;
    }

    private void deleteFile(Connection connection, ServerEntry entry) {
        writing++;
        offThread(() -> {
            try {
                workspace.remove(entry);
                fx.run(() -> {
                    written();
                    removed(connection);
                });
            } catch (IOException e) {
                fx.run(() -> notRemoved(entry, String.valueOf(e.getMessage())));
            } catch (InputException e) {
                fx.run(() -> notRemoved(entry, e.problem().message()));
            }
        });
    }

    private void removed(Connection connection) {
        onRemove.accept(connection);
        connections.remove(connection);
    }

    private void notRemoved(ServerEntry entry, String why) {
        written();
        dialogs.problem("Remove server", VisibleText.name(entry.name()) + " was not removed.", why);
    }

    private void approved(Connection connection, Runnable start, Runnable refused) {
        offThread(() -> startOrAsk(connection, start, refused));
    }

    /// Waits for the disk.
    private void startOrAsk(Connection connection, Runnable start, Runnable refused) {
        ServerEntry entry = connection.snapshot().entry();
        try {
            ServerConfig visible = approvals.visible(entry);
            if (approvals.isNeeded(entry, visible)) {
                String changed = approvals.changed(entry, visible);
                fx.run(() -> ask(entry, visible, changed, start, refused));
            } else {
                start.run();
            }
        } catch (InputException e) {
            // Connecting fails the same way and shows it where the server stands.
            start.run();
        }
    }

    private void ask(
            ServerEntry entry,
            ServerConfig visible,
            String changed,
            Runnable start,
            Runnable refused) {
        questions.ask(
                entry,
                visible,
                changed,
                trusted -> {
                    if (trusted) {
                        offThread(() -> approve(entry, visible, start));
                    } else {
                        refused.run();
                    }
                });
    }

    private void approve(ServerEntry entry, ServerConfig visible, Runnable start) {
        try {
            approvals.approve(entry, visible);
        } catch (IOException e) {
            fx.run(() ->
                    dialogs.problem(
                            "Approval not saved",
                            "The approval holds until Benchlight is closed, but could not"
                                    + " be written down.",
                            String.valueOf(e.getMessage())));
        }
        start.run();
    }

    private static void offThread(Runnable task) {
        Thread.ofVirtual().name("server-action").start(task);
    }
}
