package dev.benchlight.app.ui.asks;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.ui.fx.Dialogs;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.workbench.Workbench;
import dev.benchlight.mcp.auth.Browser;

import java.util.Optional;
import java.util.function.Function;

/// What questions need of the window.
///
/// @param fingerprint what an allowance for a server, by its name, is bound to; empty where nothing
///   may be allowed. Waits for the disk
/// @param connections a server by its name
public record AskServices(
        FxBatcher fx,
        Dialogs dialogs,
        Workbench workbench,
        Browser browser,
        Function<String, String> fingerprint,
        Function<String, Optional<Connection>> connections) {}
