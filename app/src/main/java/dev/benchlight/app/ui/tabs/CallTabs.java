package dev.benchlight.app.ui.tabs;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.ui.apps.AppButton;
import dev.benchlight.app.ui.prompts.PromptSubject;
import dev.benchlight.app.ui.resources.ResourceSubject;
import dev.benchlight.app.ui.resources.ResourceWatch;
import dev.benchlight.app.ui.resources.TemplateSubject;
import dev.benchlight.app.ui.result.CallTab;
import dev.benchlight.app.ui.result.ConnectionExchange;
import dev.benchlight.app.ui.result.Consent;
import dev.benchlight.app.ui.result.Exchange;
import dev.benchlight.app.ui.result.Subject;
import dev.benchlight.app.ui.result.TabServices;
import dev.benchlight.app.ui.tasks.TaskChoice;
import dev.benchlight.app.ui.tools.ToolSubject;
import dev.benchlight.app.ui.workbench.Place;
import dev.benchlight.app.ui.workbench.TabContent;
import dev.benchlight.app.ui.workbench.TabFactory;

/// Builds the tabs of tools, prompts, resources and templates. JavaFX thread only.
public final class CallTabs implements TabFactory {
    private final TabServices services;
    private final Recalled recalled;
    private final Consent consent = new Consent();

    public CallTabs(TabServices services, Recalled recalled) {
        this.services = services;
        this.recalled = recalled;
    }

    @Override
    public TabContent open(Connection connection, Place place, String draft) {
        if (place instanceof Place.ToolPlace(_, String name)) {
            TaskChoice choice = new TaskChoice(connection, services.batcher(), name);
            CallTab tab = open(connection, place, new ToolSubject(name, choice::isWanted), draft);
            tab.addAction(choice.box());
            tab.onClose(choice.start());
            return tab;
        }
        CallTab tab = open(connection, place, subject(place), draft);
        if (place instanceof Place.ResourcePlace(_, String uri)) {
            ResourceWatch watch =
                    new ResourceWatch(
                            connection, services.batcher(), services.workbench(), uri, tab::again);
            tab.addAction(watch.button());
            tab.onClose(watch.start());
            tab.again();
        }
        return tab;
    }

    private CallTab open(Connection connection, Place place, Subject subject, String draft) {
        Exchange exchange = new ConnectionExchange(connection);
        CallTab tab = new CallTab(services, connection, exchange, subject, consent, draft);
        recalled.of(place, draft).ifPresent(tab::recall);
        AppButton app = new AppButton(connection, services, place);
        tab.addAction(app.button());
        tab.onClose(app.start());
        return tab;
    }

    static Subject subject(Place place) {
        return switch (place) {
            case Place.ToolPlace(_, String name) -> new ToolSubject(name);
            case Place.PromptPlace(_, String name) -> new PromptSubject(name);
            case Place.ResourcePlace(_, String uri) -> new ResourceSubject(uri);
            case Place.TemplatePlace(_, String template) -> new TemplateSubject(template);
            case Place.ServerPlace server ->
                    throw new IllegalArgumentException("nothing to call: " + server);
        };
    }
}
