package dev.benchlight.app.ui.server;

import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.app.ui.result.PartView;
import dev.benchlight.app.ui.result.TabServices;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.render.RenderInput;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;

import java.util.Locale;

/// What the server tells models of its use, as Markdown and as it was written. JavaFX thread only.
public final class InstructionsSection implements ServerSection {
    /// More than any model is told; the whole of it stands in the frame.
    private static final int MOST = 256 << 10;

    private static final double LINE = 20;
    private static final int CHARACTERS_A_LINE = 110;
    private final PartView view;
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");

    public InstructionsSection(String server, TabServices services) {
        view = new PartView(services, server);
    }

    @Override
    public String title() {
        return "Instructions";
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public boolean isOpenAtFirst() {
        return true;
    }

    @Override
    public boolean applies(ConnectionSnapshot snapshot) {
        return !text(snapshot).isBlank();
    }

    @Override
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    @Override
    public void show(ConnectionSnapshot snapshot) {
        String text = text(snapshot);
        if (text.isBlank()) {
            return;
        }
        boolean cut = text.length() > MOST;
        String shown = cut ? text.substring(0, MOST) : text;
        summary.set(
                String.format(Locale.ROOT, "%,d characters", text.length())
                        + (cut ? ", the first " + MOST + " are shown" : ""));
        long lines = shown.lines().mapToLong(l -> 1 + l.length() / CHARACTERS_A_LINE).sum();
        view.setPrefHeight(Math.clamp(64 + lines * LINE, 90, 320));
        view.show(new RenderInput.Text("instructions", "text/markdown", shown));
    }

    private static String text(ConnectionSnapshot snapshot) {
        return Described.server(snapshot).flatMap(ServerDescription::instructions).orElse("");
    }

    @Override
    public void close() {
        view.close();
    }
}
