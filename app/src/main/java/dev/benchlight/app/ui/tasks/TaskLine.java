package dev.benchlight.app.ui.tasks;

import dev.benchlight.app.ui.fx.Tip;
import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.mcp.tasks.TaskRun;
import dev.benchlight.mcp.tasks.TaskStatus;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.function.Consumer;

/// One task, and what can be done about it. JavaFX thread only.
final class TaskLine extends HBox {
    private static final int LONGEST = 300;

    private final Label tool = new Label();
    private final Label words = new Label();
    private final Button poll;
    private final Button cancel;
    private final Button result;
    private TaskRun run;

    TaskLine(TaskRun first, TaskActions actions) {
        super(8);
        run = first;
        setAlignment(Pos.CENTER_LEFT);
        tool.getStyleClass().add("fact-name");
        tool.setMinWidth(130);
        tool.setMaxWidth(130);
        words.getStyleClass().add("fact-text");
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        poll = button("Poll", Feather.REFRESH_CW, actions::poll);
        cancel = button("Cancel", Feather.X, actions::cancel);
        result = button("Result", Feather.FILE_TEXT, actions::result);
        getChildren().addAll(tool, words, poll, cancel, result);
        show(first);
    }

    private Button button(String name, Feather icon, Consumer<TaskRun> action) {
        Button button = new Button(name, new FontIcon(icon));
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.accept(run));
        return button;
    }

    void show(TaskRun now) {
        run = now;
        tool.setText(now.tool().isEmpty() ? "of another session" : VisibleText.name(now.tool()));
        tool.setTooltip(Tip.of(tool.getText()));
        words.setText(VisibleText.brief(now.words(), LONGEST).replace('\n', ' '));
        words.setTooltip(Tip.of(VisibleText.brief(now.task().id())));
        boolean over = now.task().status().isFinal();
        poll.setDisable(over);
        cancel.setDisable(over);
        result.setDisable(now.task().status() == TaskStatus.CANCELLED || now.followed());
        String about = " of " + words.getText();
        poll.setAccessibleText("Poll" + about);
        cancel.setAccessibleText("Cancel" + about);
        result.setAccessibleText("Result" + about);
    }
}
