package dev.benchlight.app.ui.tabs;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.ui.prompts.PromptSubject;
import dev.benchlight.app.ui.resources.ResourceSubject;
import dev.benchlight.app.ui.resources.TemplateSubject;
import dev.benchlight.app.ui.result.CallTab;
import dev.benchlight.app.ui.result.ConnectionExchange;
import dev.benchlight.app.ui.result.Subject;
import dev.benchlight.app.ui.result.TabServices;
import dev.benchlight.app.ui.tools.ToolSubject;
import dev.benchlight.app.ui.workbench.Place;
import dev.benchlight.app.ui.workbench.TabContent;
import dev.benchlight.app.ui.workbench.TabFactory;

/// Builds the tabs of tools, prompts, resources and templates.
public record CallTabs(TabServices services) implements TabFactory {
    @Override
    public TabContent open(Connection connection, Place place, String draft) {
        CallTab tab =
                new CallTab(
                        services,
                        connection,
                        new ConnectionExchange(connection),
                        subject(place),
                        draft);
        if (place instanceof Place.ResourcePlace) {
            tab.startIfReady();
        }
        return tab;
    }

    private static Subject subject(Place place) {
        return switch (place) {
            case Place.ToolPlace(_, String name) -> new ToolSubject(name);
            case Place.PromptPlace(_, String name) -> new PromptSubject(name);
            case Place.ResourcePlace(_, String uri) -> new ResourceSubject(uri);
            case Place.TemplatePlace(_, String template) -> new TemplateSubject(template);
        };
    }
}
