package dev.benchlight.app.ui;

import dev.benchlight.app.ui.fx.Dialogs;
import dev.benchlight.app.ui.settings.Settings;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// The workspace and its environments, as the menus of the top bar. Lives on the JavaFX thread.
///
/// @param environments of the workspace, by name
/// @param byDefault the one its files choose, or empty
/// @param choose takes the one the user chooses
/// @param leave closes the window and opens one on another folder
record Places(
        String workspaceName,
        Path workspace,
        Path data,
        List<String> environments,
        String byDefault,
        Consumer<String> choose,
        Consumer<Path> leave) {

    TopBar.Folder folder(Consumer<String> toast, Runnable reload, OtherWorkspaces others) {
        return new TopBar.Folder(
                workspaceName,
                workspace.toString(),
                () -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(workspace.toString());
                    Clipboard.getSystemClipboard().setContent(content);
                    toast.accept("Copied");
                },
                reload,
                others);
    }

    /// The environments, after the one that was chosen last was taken up again.
    TopBar.Environments environments(Settings settings, Dialogs dialogs, Consumer<String> toast) {
        String last = settings.content().path("environment").asString(byDefault);
        String chosen = environments.contains(last) ? last : byDefault;
        choose.accept(chosen);
        return new TopBar.Environments(
                environments,
                chosen,
                name -> {
                    choose.accept(name);
                    settings.content().put("environment", name);
                    settings.save();
                    toast.accept("Environment " + name + ": used by what connects from now on");
                },
                () -> explain(dialogs));
    }

    private void explain(Dialogs dialogs) {
        dialogs.problem(
                "Environments",
                "An environment gives values to ${variables} in server entries, such as the address"
                        + " of a test system. Each is a file in the workspace:"
                        + " environments/NAME.yaml.",
                workspace.resolve("environments").resolve("dev.yaml")
                        + """


                        version: 1
                        variables:
                          host: localhost:8080
                          token: "${secret:dev}"
                        """);
    }
}
