package dev.benchlight.app.ui.server;

import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.app.ui.fx.Icons;
import dev.benchlight.app.ui.fx.Tip;
import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.app.ui.servers.StateWord;
import dev.benchlight.mcp.SessionState;
import dev.benchlight.mcp.rpc.Problem;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

import org.kordamp.ikonli.feather.Feather;

/// The server's name and state, and what to do about it.
final class ServerHeader extends VBox {
    private final Circle dot = new Circle(5);
    private final Label name = new Label();
    private final Label state = new Label();
    private final Label problem = new Label();
    private final Button connect;
    private final Button disconnect;
    private final Button list;

    /// @param contents goes to what stands below
    ServerHeader(Node contents, Runnable toConnect, Runnable toDisconnect, Runnable toList) {
        getStyleClass().add("server-header");
        name.getStyleClass().add("server-name");
        state.getStyleClass().add("section-summary");
        connect = button(Feather.PLAY, "Connect", toConnect);
        disconnect = button(Feather.POWER, "Disconnect", toDisconnect);
        list = button(Feather.REFRESH_CW, "List again", toList);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(8, dot, name, state, gap, contents, list, connect, disconnect);
        line.getStyleClass().add("center-line");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.getStyleClass().add("server-problem");
        getChildren().addAll(line, problem);
    }

    private static Button button(Feather icon, String text, Runnable action) {
        Button button = new Button(text, Icons.icon(icon));
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    void show(ConnectionSnapshot snapshot) {
        SessionState now = snapshot.state();
        name.setText(VisibleText.name(snapshot.entry().name()));
        name.setTooltip(Tip.of(name.getText()));
        state.setText(StateWord.of(now));
        dot.getStyleClass().setAll("state-dot", StateWord.style(now));
        boolean idle = now instanceof SessionState.Closed || now instanceof SessionState.Failed;
        shown(connect, idle);
        shown(disconnect, !idle);
        shown(list, !idle);
        list.setDisable(now instanceof SessionState.Connecting);
        problem.setText(
                switch (now) {
                    case SessionState.Failed(String step, Problem why) -> step + ": " + words(why);
                    case SessionState.Degraded(_, Problem why) -> words(why);
                    default -> "";
                });
        problem.pseudoClassStateChanged(
                javafx.css.PseudoClass.getPseudoClass("failed"),
                now instanceof SessionState.Failed);
        shown(problem, !problem.getText().isEmpty());
    }

    private static String words(Problem why) {
        String hint = why.hint() == null ? "" : " " + VisibleText.sentence(why.hint());
        return VisibleText.brief(why.message() + "." + hint, 1_000).replace("..", ".");
    }

    private static void shown(Region node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
