package dev.benchlight.app.ui;

import dev.benchlight.app.ui.fx.VisibleText;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import java.util.function.BiConsumer;
import java.util.function.Predicate;

/// Connections, running calls, what is not saved, the last problem.
final class StatusBar extends HBox {
    private final Label connections = new Label("no connections");
    private final Label running = new Label("nothing running");
    private final Label note = new Label();
    private final Hyperlink questions = new Hyperlink();
    private final Hyperlink unsaved = new Hyperlink();
    private final Hyperlink problem = new Hyperlink();
    private String last = "";

    /// The server the last problem is one of, or empty.
    private String about = "";

    /// @param details called with a title and a sentence that may not fit, when it is clicked
    StatusBar(BiConsumer<String, String> details) {
        getStyleClass().add("status-bar");
        unsaved.setId("unsaved");
        unsaved.getStyleClass().add("unsaved");
        unsaved.setVisible(false);
        unsaved.managedProperty().bind(unsaved.visibleProperty());
        unsaved.setOnAction(event -> details.accept("Not saved", unsaved.getText()));
        note.setVisible(false);
        note.managedProperty().bind(note.visibleProperty());
        problem.setVisible(false);
        problem.setOnAction(event -> details.accept("Last problem", VisibleText.of(last)));
        questions.setId("questions");
        questions.getStyleClass().add("questions");
        questions.managedProperty().bind(questions.visibleProperty());
        questions(0);
        getChildren().addAll(connections, running, questions, note, unsaved, problem);
    }

    /// Says how much servers ask at the moment.
    void questions(int count) {
        questions.setText(count == 1 ? "1 question" : count + " questions");
        questions.setVisible(count > 0);
    }

    void onQuestions(Runnable action) {
        questions.setOnAction(event -> action.run());
    }

    /// Says what is not saved and why; an empty sentence says that all is.
    void unsaved(String sentence) {
        unsaved.setText(sentence);
        unsaved.setVisible(!sentence.isEmpty());
    }

    /// Says what is worth knowing and no trouble.
    void note(String sentence) {
        note.setText(sentence);
        note.setVisible(true);
    }

    void connections(long ready, int all) {
        String servers = all == 1 ? " server connected" : " servers connected";
        connections.setText(all == 0 ? "no servers" : ready + " of " + all + servers);
    }

    void running(int calls) {
        running.setText(
                calls == 0 ? "nothing running" : calls == 1 ? "1 running" : calls + " running");
    }

    /// Takes the problem back if it is one of such a server.
    void solved(Predicate<String> server) {
        if (!about.isEmpty() && server.test(about)) {
            about = "";
            last = "";
            problem.setText("");
            problem.setVisible(false);
        }
    }

    /// Tells what is wrong with a server.
    void problem(String server, String what) {
        problem(server + ", " + what);
        about = server;
    }

    void problem(String sentence) {
        about = "";
        last = sentence;
        problem.setText(VisibleText.name(sentence));
        problem.setVisible(true);
    }
}
