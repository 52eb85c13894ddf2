package dev.benchlight.app.ui.apps;

import dev.benchlight.app.apps.AppLink;
import dev.benchlight.app.apps.AppPage;
import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.app.ui.result.TabServices;
import dev.benchlight.app.ui.workbench.Place;
import dev.benchlight.mcp.Tool;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Optional;

/// The button that shows the app of a tool, or the app that a resource is; hidden where there is
/// none. JavaFX thread only.
public final class AppButton {
    private final Connection connection;
    private final TabServices services;
    private final Place place;
    private final Button button = new Button("App", new FontIcon(Feather.LAYOUT));
    private Optional<String> uri = Optional.empty();

    public AppButton(Connection connection, TabServices services, Place place) {
        this.connection = connection;
        this.services = services;
        this.place = place;
        button.getStyleClass().add("small");
        button.setId("app");
        button.setTooltip(new Tooltip("The page of this tool: source, policy, findings"));
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> uri.ifPresent(this::open));
    }

    public Button button() {
        return button;
    }

    /// Follows the connection.
    ///
    /// @return ends that
    public Runnable start() {
        Runnable end =
                connection.subscribe(snapshot -> services.batcher().run(() -> follow(snapshot)));
        follow(connection.snapshot());
        return end;
    }

    private void follow(ConnectionSnapshot snapshot) {
        uri =
                switch (place) {
                    case Place.ToolPlace(_, String name) ->
                            snapshot.catalogue().tools().items().stream()
                                    .filter(tool -> tool.name().equals(name))
                                    .map(Tool::json)
                                    .findFirst()
                                    .flatMap(AppLink::of)
                                    .map(AppLink::uri);
                    case Place.ResourcePlace(_, String of) when of.startsWith(AppPage.SCHEME) ->
                            Optional.of(of);
                    default -> Optional.empty();
                };
        button.setVisible(uri.isPresent());
        button.setManaged(uri.isPresent());
    }

    private void open(String of) {
        AppPane pane = new AppPane(connection, services, of);
        services.dialogs().show("App " + VisibleText.name(of), pane, pane::close);
    }
}
