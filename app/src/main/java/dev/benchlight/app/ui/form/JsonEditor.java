package dev.benchlight.app.ui.form;

import dev.benchlight.app.ui.fx.FxBatcher;

import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;
import org.fxmisc.richtext.model.StyleSpans;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/// A JSON text editor with highlighting and error positions. Text over 1 MB, or with a line over
/// 10,000 characters, is shown read-only. Only the lines that are seen are highlighted.
final class JsonEditor {
    private static final int MAX_LENGTH = 1 << 20;
    private static final int MAX_LINE = 10_000;
    private static final int ROW = 400;

    private final CodeArea area = new CodeArea();
    private final VirtualizedScrollPane<CodeArea> editable = new VirtualizedScrollPane<>(area);
    private final ListView<String> plain = new ListView<>();
    private final Label message = new Label();
    private final BorderPane node = new BorderPane(editable);
    private final List<int[]> problems = new ArrayList<>();
    private Consumer<String> onTyped = text -> {};
    private String text = "";
    private final FxBatcher batcher;
    private boolean quiet;
    private boolean styling;

    JsonEditor(FxBatcher batcher) {
        this.batcher = batcher;
        node.getStyleClass().add("json-editor");
        node.getStylesheets().add(ArgumentsEditor.stylesheet());
        message.getStyleClass().add("json-message");
        area.setParagraphGraphicFactory(LineNumberFactory.get(area));
        area.setWrapText(true);
        area.setAccessibleText("JSON");
        area.setAccessibleHelp("Shift+Tab leaves the editor");
        JsonKeys.in(area);
        area.viewportDirtyEvents().subscribe(moved -> restyle());
        area.textProperty().addListener((o, before, now) -> typed(now));
    }

    Region node() {
        return node;
    }

    String text() {
        return text;
    }

    /// Called with the whole text after each change the user makes.
    void onTyped(Consumer<String> listener) {
        onTyped = listener;
    }

    /// Shows another text; only what differs is replaced, so caret and undo stay useful.
    void setText(String newText) {
        text = newText;
        if (tooBig(newText)) {
            plain.getItems().setAll(rows(newText));
            node.setCenter(plain);
            message.setText("This text is too large to be edited here; it is kept as it is.");
            node.setBottom(message);
            return;
        }
        node.setCenter(editable);
        String shown = area.getText();
        String wanted = newText.replace("\r\n", "\n").replace('\r', '\n');
        if (!shown.equals(wanted)) {
            quiet = true;
            replaceDifference(shown, wanted);
            quiet = false;
        }
    }

    /// Underlines where something is wrong, and says what; no words say that nothing is.
    void showProblems(JsonProblems now) {
        boolean same = problems.isEmpty() && now.ranges().isEmpty();
        problems.clear();
        problems.addAll(now.ranges());
        message.setText(now.words());
        node.setBottom(now.words().isEmpty() ? null : message);
        if (!same) {
            restyle();
        }
    }

    /// Puts the caret at an offset and takes the focus.
    void goTo(int offset) {
        if (editable.equals(node.getCenter())) {
            area.moveTo(Math.min(offset, area.getLength()));
            area.requestFollowCaret();
            area.requestFocus();
        }
    }

    private void replaceDifference(String shown, String wanted) {
        int limit = Math.min(shown.length(), wanted.length());
        int start = 0;
        while (start < limit && shown.charAt(start) == wanted.charAt(start)) {
            start++;
        }
        int tail = 0;
        while (tail < limit - start
                && shown.charAt(shown.length() - 1 - tail)
                        == wanted.charAt(wanted.length() - 1 - tail)) {
            tail++;
        }
        area.replaceText(
                start, shown.length() - tail, wanted.substring(start, wanted.length() - tail));
    }

    private void typed(String now) {
        if (!quiet) {
            text = now;
            onTyped.accept(now);
        }
    }

    /// Soon, for the text must not be styled while it is laid out.
    private void restyle() {
        if (!styling) {
            styling = true;
            batcher.run(this::styleVisible);
        }
    }

    private void styleVisible() {
        styling = false;
        if (!editable.equals(node.getCenter()) || area.getVisibleParagraphs().isEmpty()) {
            return;
        }
        int last = area.lastVisibleParToAllParIndex();
        for (int i = area.firstVisibleParToAllParIndex(); i <= last; i++) {
            String line = area.getText(i);
            StyleSpans<Collection<String>> styles =
                    JsonHighlighter.styles(line, inLine(area.getAbsolutePosition(i, 0), line));
            if (!line.isEmpty() && !styles.equals(area.getStyleSpans(i))) {
                area.setStyleSpans(i, 0, styles);
            }
        }
    }

    private List<int[]> inLine(int start, String line) {
        return problems.stream()
                .filter(range -> range[0] >= start && range[0] <= start + line.length())
                .map(range ->
                        new int[] {range[0] - start, Math.min(range[1] - start, line.length())})
                .toList();
    }

    private static boolean tooBig(String text) {
        return text.length() > MAX_LENGTH || text.lines().anyMatch(l -> l.length() > MAX_LINE);
    }

    private static List<String> rows(String text) {
        List<String> rows = new ArrayList<>();
        text.lines()
                .forEach(line -> {
                    for (int i = 0; i == 0 || i < line.length(); i += ROW) {
                        rows.add(line.substring(i, Math.min(line.length(), i + ROW)));
                    }
                });
        return rows;
    }
}
