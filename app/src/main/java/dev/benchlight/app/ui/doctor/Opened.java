package dev.benchlight.app.ui.doctor;

import dev.benchlight.app.doctor.Place;
import dev.benchlight.app.ui.workbench.Place.PromptPlace;
import dev.benchlight.app.ui.workbench.Place.ResourcePlace;
import dev.benchlight.app.ui.workbench.Place.ServerPlace;
import dev.benchlight.app.ui.workbench.Place.TemplatePlace;
import dev.benchlight.app.ui.workbench.Place.ToolPlace;

/// Which tab shows a place that the doctor names.
final class Opened {
    private Opened() {}

    static dev.benchlight.app.ui.workbench.Place of(String server, Place place) {
        return switch (place.kind()) {
            case SERVER -> new ServerPlace(server);
            case TOOL -> new ToolPlace(server, place.name());
            case PROMPT -> new PromptPlace(server, place.name());
            case RESOURCE -> new ResourcePlace(server, place.name());
            case TEMPLATE -> new TemplatePlace(server, place.name());
        };
    }
}
