package dev.benchlight.app.ui.server;

import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.app.ui.result.PartView;
import dev.benchlight.app.ui.result.TabServices;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.render.RenderInput;

import javafx.scene.Node;

import java.util.Locale;

/// What the server tells models of its use, as Markdown and as it was written. JavaFX thread only.
public final class InstructionsSection extends DescribedSection {
    /// More than any model is told; the whole of it stands in the frame.
    private static final int MOST = 256 << 10;

    private static final double LINE = 20;
    private static final int CHARACTERS_A_LINE = 110;
    private final PartView view;

    public InstructionsSection(String server, TabServices services) {
        super("Instructions");
        view = new PartView(services, server);
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
        return Described.server(snapshot).filter(s -> !text(s).isBlank()).isPresent();
    }

    @Override
    protected String show(ConnectionSnapshot snapshot, ServerDescription server) {
        String text = text(server);
        boolean cut = text.length() > MOST;
        String shown = cut ? text.substring(0, MOST) : text;
        long lines = shown.lines().mapToLong(l -> 1 + l.length() / CHARACTERS_A_LINE).sum();
        view.setPrefHeight(Math.clamp(64 + lines * LINE, 90, 320));
        view.show(new RenderInput.Text("instructions", "text/markdown", shown));
        return String.format(Locale.ROOT, "%,d characters", text.length())
                + (cut ? ", the first " + MOST + " are shown" : "");
    }

    private static String text(ServerDescription server) {
        return server.instructions().orElse("");
    }

    @Override
    public void close() {
        view.close();
    }
}
