package dev.benchlight.app.ui.asks;

import dev.benchlight.app.ui.fx.Icons;
import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.mcp.Asking;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

/// One question under a line that says who asks, and for which call. What is typed stays while it
/// is folded. JavaFX thread only.
final class QuestionCard extends VBox {
    private static final KeyCombination SEND =
            new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private final OpenQuestion question;
    private final Questions questions;
    private final AskServices services;
    private final Body body;
    private final Button head = new Button();
    private final VBox content = new VBox(8);
    private final VBox foot = new VBox();
    private final VBox below = new VBox();
    private boolean ended;

    QuestionCard(
            OpenQuestion question, Questions questions, AskServices services, Runnable unfold) {
        this.question = question;
        this.questions = questions;
        this.services = services;
        body = body();
        getStyleClass().add("ask-card");
        String name = VisibleText.name(question.server(), 60);
        Label who = new Label(name, Icons.icon(icon()));
        who.getStyleClass().add("ask-server");
        Label what = new Label(kind());
        what.getStyleClass().add("text-muted");
        HBox line = new HBox(8, who, what);
        line.getStyleClass().add("center-line");
        head.setGraphic(line);
        head.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        head.setMaxWidth(Double.MAX_VALUE);
        head.getStyleClass().addAll("flat", "ask-head");
        head.setAccessibleText(name + " " + kind());
        head.setOnAction(_ -> unfold.run());
        content.getStyleClass().add("ask-body");
        content.getChildren().add(during());
        VBox.setVgrow(body.node(), Priority.ALWAYS);
        content.getChildren().add(body.node());
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        foot.getStyleClass().add("ask-foot");
        foot.getChildren().add(body.foot());
        below.getChildren().addAll(scroll, foot);
        VBox.setVgrow(below, Priority.ALWAYS);
        getChildren().addAll(head, below);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /// What is typed here is meant for the question, and not for the tab beside it.
    private void key(KeyEvent event) {
        if (SEND.match(event)) {
            event.consume();
            if (question.isOpen() && !head.isFocused()) {
                body.send();
            }
        }
    }

    private Body body() {
        Always always = new Always(question, questions.kept(), services);
        return switch (question.method()) {
            case Asking.SAMPLING -> new SamplingBody(question, services, always);
            case Asking.ROOTS -> new RootsBody(question, services, questions.kept(), always);
            default ->
                    isPage()
                            ? new UrlBody(question, services, always)
                            : new FormBody(question, services, always);
        };
    }

    private boolean isPage() {
        return question.params().path("mode").asString("").equals("url");
    }

    private Feather icon() {
        return switch (question.method()) {
            case Asking.SAMPLING -> Feather.CPU;
            case Asking.ROOTS -> Feather.FOLDER;
            default -> isPage() ? Feather.EXTERNAL_LINK : Feather.EDIT_3;
        };
    }

    private String kind() {
        return switch (question.method()) {
            case Asking.SAMPLING -> "wants a model's reply";
            case Asking.ROOTS -> "asks for folders";
            default -> isPage() ? "wants a page opened" : "asks you to fill in a form";
        };
    }

    private Node during() {
        return question.during()
                .<Node>map(call -> {
                    String name = call.name().isEmpty() ? "" : " " + call.name();
                    Hyperlink link =
                            new Hyperlink("During " + VisibleText.name(call.method() + name, 120));
                    link.getStyleClass().add("ask-during");
                    link.setOnAction(_ -> services.workbench().inspect(call.span().span()));
                    return link;
                })
                .orElseGet(() -> Layout.paragraph("It does not say for which call.", "text-muted"));
    }

    OpenQuestion question() {
        return question;
    }

    void unfold(boolean open) {
        below.setVisible(open);
        below.setManaged(open);
        VBox.setVgrow(this, open ? Priority.ALWAYS : Priority.NEVER);
        head.setAccessibleText(
                VisibleText.name(question.server(), 60) + " " + kind() + (open ? "" : ", folded"));
    }

    /// What the user typed, or empty.
    String draft() {
        return body.draft();
    }

    void focusBody() {
        body.focus();
    }

    /// Whether nothing of it needs to stay: it has ended, and nothing was typed.
    boolean isSpent() {
        return !question.isOpen() && body.draft().isEmpty();
    }

    /// Shows that it has ended; what was typed can still be read and copied.
    void refresh() {
        if (ended || question.ended().isEmpty()) {
            return;
        }
        ended = true;
        foot.getChildren()
                .setAll(
                        Layout.foot(
                                Layout.warning(question.ended()),
                                Layout.button("Copy what you typed", this::copy),
                                Layout.button("Dismiss", () -> questions.forget(question))));
    }

    private void copy() {
        Layout.copy(body.draft());
        services.workbench().toast("Copied");
    }
}
