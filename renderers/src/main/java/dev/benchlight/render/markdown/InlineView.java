package dev.benchlight.render.markdown;

import dev.benchlight.render.Invisible;
import dev.benchlight.render.RenderHost;
import dev.benchlight.render.markdown.Inline.Style;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Builds flows of text, links and pictures. Only on the JavaFX thread.
final class InlineView {
    private static final int LONG_CODE = 60;

    private final RenderHost host;

    InlineView(RenderHost host) {
        this.host = host;
    }

    TextFlow flow(List<Inline> content) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("md-text");
        flow.setMinWidth(0);
        for (Inline inline : content) {
            switch (inline) {
                case Inline.Words words -> words(flow, words);
                case Inline.Picture picture ->
                        flow.getChildren().add(new PictureBox(picture, host));
            }
        }
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

    private void link(TextFlow flow, Inline.Words words) {
        String target = Invisible.escape(words.target());
        if (!Links.opens(words.target())) {
            letters(flow, words.text(), classes(words));
            letters(flow, " (" + Links.shortened(target) + ")", List.of("md-muted"));
            return;
        }
        Hyperlink link = new Hyperlink(Invisible.escape(words.text()));
        link.getStyleClass().addAll(classes(words));
        link.setWrapText(true);
        link.setTooltip(new Tooltip(target));
        link.setAccessibleHelp(target);
        link.setOnAction(_ -> host.openLink(words.target()));
        flow.getChildren().add(link);
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

    /// Adds text, with each invisible character as a badge of its name.
    void letters(TextFlow flow, String text, List<String> classes) {
        int at = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            String name = Invisible.at(text, i);
            if (name != null) {
                plain(flow, text.substring(at, i), classes);
                Label badge = new Label(name);
                badge.getStyleClass().add("md-badge");
                flow.getChildren().add(badge);
                at = i + Character.charCount(text.codePointAt(i));
            }
        }
        plain(flow, text.substring(at), classes);
    }

    private static void plain(TextFlow flow, String text, List<String> classes) {
        if (!text.isEmpty()) {
            Text node = new Text(text);
            node.getStyleClass().addAll(classes);
            flow.getChildren().add(node);
        }
    }
}
