package dev.benchlight.render.markdown;

import dev.benchlight.render.Invisible;
import dev.benchlight.render.RenderHost;
import dev.benchlight.render.markdown.Inline.Style;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Builds flows of text, links and pictures. Only on the JavaFX thread.
final class InlineView {
    private static final int LONG_CODE = 60;
    private static final int BADGE_NAMES = 8;

    private final RenderHost host;
    private final TextSelection selection;
    private final Pictures pictures;

    InlineView(RenderHost host, TextSelection selection) {
        this.host = host;
        this.selection = selection;
        pictures = new Pictures(host);
    }

    TextFlow flow(List<Inline> content) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("md-text");
        flow.setMinWidth(0);
        for (Inline inline : content) {
            switch (inline) {
                case Inline.Words words -> words(flow, words);
                case Inline.Picture picture -> flow.getChildren().add(pictures.box(picture));
            }
        }
        selection.listen(flow);
        return flow;
    }

    private void words(TextFlow flow, Inline.Words words) {
        if (!words.target().isEmpty()) {
            link(flow, words);
            return;
        }
        boolean code = words.styles().contains(Style.CODE);
        if (code && words.text().length() <= LONG_CODE) {
            Label label = new Label(Invisible.escape(words.text()));
            label.getStyleClass().addAll("md-inline-code", "code-font");
            flow.getChildren().add(label);
        } else {
            letters(flow, words.text(), classes(words));
        }
    }

    /// What cannot be opened is text, with its target after it; so is a target that is not the one
    /// the text names.
    private void link(TextFlow flow, Inline.Words words) {
        String target = Links.shortened(Invisible.escape(words.target()));
        if (!Links.isWeb(words.target())) {
            letters(flow, words.text(), classes(words));
            letters(flow, " (" + target + ")", List.of("md-muted"));
            return;
        }
        Hyperlink link = new Hyperlink(Invisible.escape(words.text()));
        link.getStyleClass().addAll(classes(words));
        link.setWrapText(true);
        link.setAccessibleHelp(target);
        link.setOnAction(_ -> host.openLink(words.target()));
        // Pop-ups are dear, and most links of a page are never pointed at.
        link.setOnMouseEntered(_ -> link.setTooltip(new Tooltip(target)));
        link.setOnContextMenuRequested(event -> {
            MenuItem copy = new MenuItem("Copy link address");
            copy.setOnAction(_ -> host.copy(Invisible.escape(words.target())));
            new ContextMenu(copy).show(link, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        flow.getChildren().add(link);
        if (Links.misleads(words.text(), words.target())) {
            letters(flow, " (" + Links.host(words.target()) + ")", List.of("md-misleading"));
        }
    }

    private static List<String> classes(Inline.Words words) {
        List<String> classes = new ArrayList<>();
        classes.add("md-words");
        for (Style style : words.styles()) {
            if (style == Style.CODE) {
                classes.add("code-font");
            }
            classes.add("md-in-" + style.name().toLowerCase(Locale.ROOT));
        }
        return classes;
    }

    /// Adds text, with invisible characters as a badge of their names.
    static void letters(TextFlow flow, String text, List<String> classes) {
        int at = 0;
        for (int i = 0; i < text.length(); ) {
            int end = invisibleEnd(text, i);
            if (end == i) {
                i += Character.charCount(text.codePointAt(i));
                continue;
            }
            plain(flow, text.substring(at, i), classes);
            flow.getChildren().add(badge(text.substring(i, end)));
            at = end;
            i = end;
        }
        plain(flow, text.substring(at), classes);
    }

    private static int invisibleEnd(String text, int from) {
        int at = from;
        while (at < text.length() && Invisible.at(text, at) != null) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    /// One for neighbours together: there may be thousands.
    private static Label badge(String characters) {
        StringBuilder names = new StringBuilder();
        int count = 0;
        for (int i = 0; i < characters.length(); count++) {
            if (count < BADGE_NAMES) {
                names.append(count == 0 ? "" : " ").append(Invisible.at(characters, i));
            }
            i += Character.charCount(characters.codePointAt(i));
        }
        if (count > BADGE_NAMES) {
            names.append(" and %,d more".formatted(count - BADGE_NAMES));
        }
        Label badge = new Label(names.toString());
        badge.getStyleClass().add("md-badge");
        badge.setUserData(Invisible.escape(characters));
        return badge;
    }

    private static void plain(TextFlow flow, String text, List<String> classes) {
        if (!text.isEmpty()) {
            Text node = new Text(text);
            node.getStyleClass().addAll(classes);
            flow.getChildren().add(node);
        }
    }
}
