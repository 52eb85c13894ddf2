package dev.benchlight.app.ui.servers;

import dev.benchlight.app.connections.Approvals;
import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.connections.Connections;
import dev.benchlight.app.connections.McpConnection;
import dev.benchlight.app.ui.fx.Dialogs;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.workspace.InputException;
import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.app.workspace.Workspace;
import dev.benchlight.mcp.wire.ServerConfig;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// What the user can do to servers. Waits for the disk on virtual threads only. Lives on the JavaFX
/// thread.
public final class ServerActions {
    private final Connections connections;
    private final Workspace workspace;
    private final Approvals approvals;
    private final Dialogs dialogs;
    private final FxBatcher fx;
    private final Set<ServerEntry> asking = new HashSet<>();

    public ServerActions(
            Connections connections,
            Workspace workspace,
            Approvals approvals,
            Dialogs dialogs,
            FxBatcher fx) {
        this.connections = connections;
        this.workspace = workspace;
        this.approvals = approvals;
        this.dialogs = dialogs;
        this.fx = fx;
    }

    /// Connects, after the command was shown and approved where that is needed.
    public void connect(Connection connection) {
        approved(connection, connection::connect);
    }

    /// Connects anew.
    public void restart(McpConnection connection) {
        approved(connection, connection::restart);
    }

    /// Writes servers into the workspace.
    ///
    /// @param done given what went wrong, one sentence each; servers that are not named there were
    ///   added
    void add(List<ServerConfig> configs, boolean connect, Consumer<List<String>> done) {
        offThread(() -> {
            List<String> problems = new ArrayList<>();
            List<ServerEntry> added = new ArrayList<>();
            for (ServerConfig config : configs) {
                try {
                    added.add(workspace.add(config));
                } catch (IOException e) {
                    problems.add(config.name() + " could not be saved: " + e.getMessage());
                }
            }
            fx.run(() -> {
                done.accept(problems);
                List<McpConnection> all = added.stream().map(connections::add).toList();
                if (connect) {
                    all.forEach(this::connect);
                }
            });
        });
    }

    /// Asks, then ends the connection and deletes the server's file.
    void remove(Connection connection) {
        ServerEntry entry = connection.snapshot().entry();
        if (entry.origin() == ServerEntry.Origin.BUILT_IN) {
            connections.remove(connection);
            return;
        }
        dialogs.ask(
                new Dialogs.Question(
                        "Remove server",
                        "Remove "
                                + entry.name()
                                + " from this workspace? Its file is deleted;"
                                + " its traces stay.",
                        String.valueOf(entry.file()),
                        "Remove server",
                        "Keep it"),
                () -> deleteFile(connection, entry));
    }

    /// Gives a server another name.
    ///
    /// @param failed told why it was not possible
    void rename(Connection connection, String name, Runnable done, Consumer<String> failed) {
        ServerEntry entry = connection.snapshot().entry();
        offThread(() -> {
            try {
                ServerEntry renamed = workspace.rename(entry, name);
                fx.run(() -> {
                    connections.remove(connection);
                    connections.add(renamed);
                    done.run();
                });
            } catch (IOException e) {
                fx.run(() -> failed.accept(String.valueOf(e.getMessage())));
            } catch (InputException e) {
                fx.run(() -> failed.accept(e.problem().message()));
            }
        });
    }

    private void deleteFile(Connection connection, ServerEntry entry) {
        offThread(() -> {
            try {
                workspace.remove(entry);
                fx.run(() -> connections.remove(connection));
            } catch (IOException e) {
                fx.run(() -> notRemoved(entry, String.valueOf(e.getMessage())));
            } catch (InputException e) {
                fx.run(() -> notRemoved(entry, e.problem().message()));
            }
        });
    }

    private void notRemoved(ServerEntry entry, String why) {
        dialogs.problem("Remove server", entry.name() + " was not removed.", why);
    }

    private void approved(Connection connection, Runnable start) {
        ServerEntry entry = connection.snapshot().entry();
        offThread(() -> {
            try {
                ServerConfig visible = approvals.visible(entry);
                if (approvals.isNeeded(entry, visible)) {
                    fx.run(() -> askForTrust(entry, visible, start));
                } else {
                    start.run();
                }
            } catch (InputException e) {
                // Connecting fails the same way and shows it where the server stands.
                start.run();
            }
        });
    }

    private void askForTrust(ServerEntry entry, ServerConfig visible, Runnable start) {
        // A second click while the question stands asks nothing new.
        if (!asking.add(entry)) {
            return;
        }
        TrustPane pane = new TrustPane(entry, visible);
        Runnable close = dialogs.show(pane.title(), pane, () -> asking.remove(entry));
        pane.onDecision(trusted -> {
            close.run();
            if (trusted) {
                offThread(() -> approve(visible, start));
            }
        });
        pane.focusRefusal();
    }

    private void approve(ServerConfig visible, Runnable start) {
        try {
            approvals.approve(visible);
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
