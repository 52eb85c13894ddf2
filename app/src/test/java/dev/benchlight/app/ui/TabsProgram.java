package dev.benchlight.app.ui;

import dev.benchlight.app.ui.settings.SaveTroubles;
import dev.benchlight.app.ui.workbench.Place;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A process that has the tabs of a workspace open, says which window it is, and keeps one tab.
final class TabsProgram {
    private TabsProgram() {}

    /// @param arguments the data folder, the workspace, and what is typed in the tab
    public static void main(String[] arguments) throws IOException {
        try (OpenTabs tabs =
                OpenTabs.open(Path.of(arguments[0]), Path.of(arguments[1]), new SaveTroubles())) {
            tabs.file()
                    .save(() ->
                            SavedTab.write(
                                    List.of(
                                            new SavedTab(
                                                    new Place.ToolPlace("server", "typed"),
                                                    arguments[2],
                                                    false))));
            tabs.file().flush();
            System.out.println(tabs.isSecond() ? "second" : "first");
            // Until it is killed, or standard input is closed.
            System.in.read();
        }
    }

    static Process start(Path data, Path workspace, String typed) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TabsProgram.class.getName(),
                        data.toString(),
                        workspace.toString(),
                        typed)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
