package dev.benchlight.app.ui.asks;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.mcp.ElicitedUrl;
import dev.benchlight.mcp.rpc.Answer;

import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import tools.jackson.databind.node.JsonNodeFactory;

import java.io.IOException;
import java.net.URI;

/// An elicitation of mode `url`: the whole address with its host set off. Nothing is fetched, and
/// the browser is told only when the user says so.
final class UrlBody implements Body {
    private static final int LONG = 400;
    private static final double HEIGHT = 150;

    private final OpenQuestion question;
    private final AskServices services;
    private final ElicitedUrl page;
    private final Button open = Layout.button("Open in browser", this::open, Styles.ACCENT);
    private final Button decline;
    private final VBox node = new VBox(8);
    private final Region foot;

    UrlBody(OpenQuestion question, AskServices services, Always always) {
        this.question = question;
        this.services = services;
        page = ElicitedUrl.of(question.params());
        decline = always.refusal("Decline");
        node.getChildren()
                .addAll(
                        Layout.said(page.message().isEmpty() ? "(no message)" : page.message()),
                        Layout.paragraph("It wants this page to be opened:", "text-muted"),
                        bounded(address(page)));
        page.warnings().forEach(w -> node.getChildren().add(Layout.warning(w)));
        if (page.uri().isEmpty()) {
            open.setDisable(true);
            node.getChildren().add(Layout.warning("It can't be opened: " + page.refusal() + "."));
        }
        node.getChildren()
                .add(
                        Layout.paragraph(
                                "What you enter there goes to that page, not through Benchlight."
                                        + " Open it only if you know the host.",
                                "text-muted"));
        foot =
                Layout.foot(
                        always.box("Always decline the questions of this server"),
                        open,
                        Layout.button("Copy address", this::copy),
                        decline,
                        Layout.button("Cancel", question::cancel));
    }

    /// The whole of it stays to be read, and what is said of it in sight.
    private Region bounded(TextFlow address) {
        if (page.text().length() <= LONG) {
            return address;
        }
        ScrollPane scroll = new ScrollPane(address);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(HEIGHT);
        scroll.setPrefHeight(HEIGHT);
        scroll.setAccessibleText("The address");
        return scroll;
    }

    static TextFlow address(ElicitedUrl page) {
        String text = VisibleText.strict(page.text());
        String host = page.uri().map(URI::getHost).orElse("");
        int at = host.isEmpty() ? -1 : text.indexOf(host);
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("ask-address");
        flow.setAccessibleText("Address " + text);
        if (at < 0) {
            flow.getChildren().add(part(text, "ask-address-rest"));
        } else {
            flow.getChildren()
                    .addAll(
                            part(text.substring(0, at), "ask-address-rest"),
                            part(host, "ask-address-host"),
                            part(text.substring(at + host.length()), "ask-address-rest"));
        }
        return flow;
    }

    private static Text part(String text, String style) {
        Text part = new Text(text);
        part.getStyleClass().add(style);
        return part;
    }

    private void copy() {
        Layout.copy(page.text());
        services.workbench().toast("Copied");
    }

    /// The server hears of a consent only once the browser was told.
    private void open() {
        URI uri = page.uri().orElseThrow();
        open.setDisable(true);
        Thread.ofVirtual()
                .name("open page")
                .start(() -> {
                    try {
                        services.browser().open(uri);
                        hearOfTheEnd();
                        question.answer(
                                new Answer.Result(
                                        JsonNodeFactory.instance
                                                .objectNode()
                                                .put("action", "accept")));
                    } catch (IOException e) {
                        services.fx().run(() -> failed(e));
                    }
                });
    }

    private void hearOfTheEnd() {
        String text = VisibleText.name(question.server(), 40) + " says that the page is done";
        services.connections()
                .apply(question.server())
                .ifPresent(connection ->
                        CompletionEar.open(
                                connection,
                                page.id(),
                                () -> services.fx().run(() -> services.workbench().toast(text))));
    }

    private void failed(IOException e) {
        open.setDisable(false);
        services.dialogs()
                .problem(
                        "Page not opened",
                        "The browser could not be started: " + e.getMessage(),
                        page.text());
    }

    @Override
    public Region foot() {
        return foot;
    }

    @Override
    public Region node() {
        return node;
    }

    /// Not the button that opens: what is pressed by accident must do nothing.
    @Override
    public void focus() {
        decline.requestFocus();
    }
}
