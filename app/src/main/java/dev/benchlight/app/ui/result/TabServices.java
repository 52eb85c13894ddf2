package dev.benchlight.app.ui.result;

import dev.benchlight.app.ui.fx.Dialogs;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.workbench.AskedUser;
import dev.benchlight.app.ui.workbench.Workbench;
import dev.benchlight.render.RendererRegistry;

/// What every tab needs of the program.
///
/// @param raw exact answers, for the Raw view
/// @param asked what servers ask the user
/// @param outside the browser and the network
public record TabServices(
        FxBatcher batcher,
        Dialogs dialogs,
        Workbench workbench,
        AskedUser asked,
        RendererRegistry renderers,
        RawSource raw,
        Outside outside) {}
