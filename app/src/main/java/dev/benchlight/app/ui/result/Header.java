package dev.benchlight.app.ui.result;

import dev.benchlight.app.ui.fx.Tip;
import dev.benchlight.app.ui.fx.VisibleText;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import tools.jackson.databind.JsonNode;

import java.util.List;

/// What a tab is about, in the server's words, with what is worth knowing about them.
final class Header extends VBox {
    private static final int SHORT = 200;

    private final Label title = Parts.label("", "call-title");
    private final Label name = Parts.label("", "call-name");
    private final FlowPane badges = new FlowPane(6, 4);
    private final Text description = new Text();
    private final TextFlow flow = new TextFlow(description);
    private final ScrollPane scroll = new ScrollPane();
    private final VBox folded = new VBox(flow);
    private final Hyperlink more = new Hyperlink("More");
    private final HBox notice = new HBox(8);
    private final Label noticeText = Parts.paragraph("");
    private String full = "";

    Header(String server) {
        getStyleClass().add("call-header");
        Label where = Parts.label("on " + VisibleText.name(server), "muted");
        where.setTooltip(Tip.of(where.getText()));
        FlowPane first = new FlowPane(10, 4, title, name, where);
        first.setMinWidth(0);
        // A pane that flows gives its parts all they want, even what is wider than itself.
        List.of(title, name, where)
                .forEach(label -> label.maxWidthProperty().bind(first.widthProperty()));
        first.setRowValignment(javafx.geometry.VPos.CENTER);
        first.getChildren().add(badges);
        badges.setPrefWrapLength(0);
        widthProperty().subscribe(this::wrapBadges);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(120);
        scroll.getStyleClass().add("edge-to-edge");
        description.getStyleClass().add("call-description");
        more.getStyleClass().add("call-more");
        more.setOnAction(_ -> unfold(more.getText().equals("More")));
        notice.getStyleClass().add("call-notice");
        notice.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(noticeText, javafx.scene.layout.Priority.ALWAYS);
        noticeText.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(first, folded, notice);
        notice("");
    }

    void show(String shownName, JsonNode definition, List<String> claims) {
        String declared =
                definition
                        .path("title")
                        .asString(definition.path("annotations").path("title").asString(""));
        boolean titled = !declared.isBlank() && !declared.equals(shownName);
        tell(title, titled ? declared : shownName);
        tell(name, shownName);
        Parts.shown(name, titled);
        full = definition.path("description").asString("");
        badges.getChildren().clear();
        claims.forEach(claim -> badge(claim, "The server says so; nothing checks it."));
        if (VisibleText.hides(declared + shownName + full)) {
            badge("invisible characters", "Shown as ⟦U+…⟧ in the text.");
        }
        wrapBadges();
        Parts.shown(badges, !badges.getChildren().isEmpty());
        unfold(false);
    }

    private static void tell(Label label, String text) {
        label.setText(VisibleText.name(text));
        label.setTooltip(Tip.of(label.getText()));
    }

    /// A pane in a pane does not know how wide it may be.
    private void wrapBadges() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        double wanted = badges.getChildren().size() * 150.0;
        badges.setPrefWrapLength(room > 0 ? Math.min(wanted, room) : wanted);
    }

    private void badge(String text, String why) {
        Label badge = Parts.label(text, "badge");
        if (text.equals("claims destructive") || text.startsWith("invisible")) {
            badge.getStyleClass().add("warning");
        }
        badge.setTooltip(new Tooltip(why));
        badges.getChildren().add(badge);
    }

    private void unfold(boolean all) {
        String visible = VisibleText.of(full).strip();
        String firstLine = visible.lines().findFirst().orElse("");
        String brief = brief(firstLine);
        boolean cut = brief.length() < visible.length();
        description.setText(all ? visible + "  " : cut ? brief + " …  " : visible);
        more.setText(all ? "Less" : "More");
        flow.getChildren().setAll(description);
        if (cut) {
            flow.getChildren().add(more);
        }
        // A pane that scrolls is never lower than a few lines.
        scroll.setContent(null);
        folded.getChildren().setAll(all ? scroll : flow);
        if (all) {
            scroll.setContent(flow);
        }
        Parts.shown(folded, !visible.isEmpty());
    }

    /// The first words of a line that is too long for the top of a tab.
    private static String brief(String line) {
        if (line.length() <= SHORT) {
            return line;
        }
        int space = line.lastIndexOf(' ', SHORT);
        return line.substring(0, space > SHORT / 2 ? space : SHORT);
    }

    /// Says something above the arguments; an empty text removes it.
    void notice(String text, Button... actions) {
        noticeText.setText(text);
        notice.getChildren().setAll(new FontIcon(Feather.INFO), noticeText);
        notice.getChildren().addAll(actions);
        Parts.shown(notice, !text.isEmpty());
    }
}
