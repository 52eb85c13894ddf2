package dev.benchlight.app.ui;

import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.app.connections.Connections;
import dev.benchlight.app.connections.McpConnection;
import dev.benchlight.app.ui.palette.Palette.Command;
import dev.benchlight.app.ui.servers.Offers;
import dev.benchlight.app.ui.servers.ServerActions;
import dev.benchlight.app.ui.workbench.Place;
import dev.benchlight.app.ui.workbench.Workbench;
import dev.benchlight.mcp.SessionState;

import java.util.ArrayList;
import java.util.List;

/// Everything the palette can find: what the servers offer, the servers, and what the window does.
final class Commands {
    private Commands() {}

    static List<Command> of(
            Connections connections,
            ServerActions actions,
            Workbench workbench,
            List<Shortcut> shortcuts,
            List<Command> more) {
        List<Command> all = new ArrayList<>();
        List<McpConnection> servers = connections.all();
        for (McpConnection connection : servers) {
            for (Offers.Offer offer : Offers.all(connection.snapshot())) {
                Place place = offer.place();
                all.add(
                        new Command(
                                place.name(),
                                offer.title().equals(place.name()) ? "" : offer.title(),
                                kind(place),
                                place.server(),
                                () -> workbench.open(place, "")));
            }
        }
        for (McpConnection connection : servers) {
            Place details = new Place.ServerPlace(connection.entry().name());
            all.add(
                    new Command(
                            "Details of " + details.name(),
                            "",
                            kind(details),
                            "",
                            () -> workbench.open(details, "")));
            all.addAll(server(connection, actions));
        }
        for (Shortcut shortcut : shortcuts) {
            all.add(
                    new Command(
                            shortcut.name(),
                            "",
                            "Action",
                            shortcut.keys().getDisplayText(),
                            shortcut.action()));
        }
        all.addAll(more);
        return all;
    }

    private static List<Command> server(McpConnection connection, ServerActions actions) {
        ConnectionSnapshot snapshot = connection.snapshot();
        String name = snapshot.entry().name();
        boolean idle =
                snapshot.state() instanceof SessionState.Closed
                        || snapshot.state() instanceof SessionState.Failed;
        Command again =
                new Command("Restart " + name, "", "Server", "", () -> actions.restart(connection));
        return idle
                ? List.of(
                        new Command(
                                "Connect " + name,
                                "",
                                "Server",
                                "",
                                () -> actions.connect(connection)))
                : List.of(
                        again,
                        new Command(
                                "Disconnect " + name, "", "Server", "", connection::disconnect));
    }

    private static String kind(Place place) {
        return switch (place) {
            case Place.ToolPlace _ -> "Tool";
            case Place.PromptPlace _ -> "Prompt";
            case Place.ResourcePlace _ -> "Resource";
            case Place.TemplatePlace _ -> "Template";
            case Place.ServerPlace _ -> "Server";
        };
    }
}
