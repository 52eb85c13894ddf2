package dev.benchlight.app.ui.servers;

import dev.benchlight.app.connections.McpConnection;
import dev.benchlight.app.ui.fx.Dialogs;
import dev.benchlight.app.ui.workbench.Place;
import dev.benchlight.app.ui.workbench.Workbench;
import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.mcp.SessionState;
import dev.benchlight.mcp.wire.ServerConfig;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;

/// What can be done to one server, as a menu and one by one.
record ServerMenu(
        Optional<McpConnection> connection,
        ServerActions actions,
        Dialogs dialogs,
        Workbench workbench) {

    ContextMenu build() {
        ContextMenu menu = new ContextMenu();
        connection.ifPresent(c -> fill(menu, c));
        return menu;
    }

    void details() {
        connection.ifPresent(
                c -> workbench.open(new Place.ServerPlace(c.snapshot().entry().name()), ""));
    }

    void connect() {
        connection.ifPresent(actions::connect);
    }

    void restart() {
        connection.ifPresent(actions::restart);
    }

    void disconnect() {
        connection.ifPresent(McpConnection::disconnect);
    }

    private void fill(ContextMenu menu, McpConnection c) {
        SessionState state = c.snapshot().state();
        boolean idle = state instanceof SessionState.Closed || state instanceof SessionState.Failed;
        boolean saved = c.snapshot().entry().origin() == ServerEntry.Origin.FILE;
        menu.getItems()
                .setAll(
                        item("Details", true, this::details),
                        new SeparatorMenuItem(),
                        item("Connect", idle, this::connect),
                        item("Disconnect", !idle, this::disconnect),
                        item("Restart", true, this::restart),
                        item("List again", !idle, c::refresh),
                        new SeparatorMenuItem(),
                        item("Edit…", saved, this::edit),
                        item("Copy as mcpServers JSON", true, () -> copy(c)),
                        new SeparatorMenuItem(),
                        item("Remove…", true, this::remove));
    }

    boolean isEditable() {
        return connection
                .filter(c -> c.snapshot().entry().origin() == ServerEntry.Origin.FILE)
                .isPresent();
    }

    void edit() {
        connection.filter(c -> isEditable()).ifPresent(this::edit);
    }

    private void edit(McpConnection c) {
        ServerEntry entry = c.snapshot().entry();
        if (entry.file() != null && !actions.isWritable(entry)) {
            SharedFilePane.open(dialogs, workbench, entry.name(), entry.file());
        } else {
            AddServerPane.edit(dialogs, actions, c);
        }
    }

    void remove() {
        connection.ifPresent(actions::remove);
    }

    private void copy(McpConnection c) {
        ClipboardContent content = new ClipboardContent();
        content.putString(json(c.snapshot().entry().config()));
        Clipboard.getSystemClipboard().setContent(content);
        workbench.toast("Copied as mcpServers JSON");
    }

    /// The entry as every client reads it; variables and secrets stay by name.
    static String json(ServerConfig config) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        ObjectNode server = root.putObject("mcpServers").putObject(config.name());
        switch (config) {
            case ServerConfig.Stdio stdio -> {
                server.put("command", stdio.command());
                stdio.arguments().forEach(server.putArray("args")::add);
                if (!stdio.environment().isEmpty()) {
                    stdio.environment().forEach(server.putObject("env")::put);
                }
                if (stdio.directory() != null) {
                    server.put("cwd", stdio.directory().toString());
                }
            }
            case ServerConfig.Http http -> {
                boolean older = http.transport() == ServerConfig.Transport.SSE;
                server.put("type", older ? "sse" : "http").put("url", http.url().toString());
                if (!http.headers().isEmpty()) {
                    http.headers().forEach(server.putObject("headers")::put);
                }
            }
        }
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static MenuItem item(String name, boolean possible, Runnable action) {
        MenuItem item = new MenuItem(name);
        item.setDisable(!possible);
        item.setOnAction(event -> action.run());
        return item;
    }
}
