package dev.benchlight.app.ui.asks;

import dev.benchlight.mcp.rpc.Answer;

import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;

/// A `roots/list`: which folders the server is told of.
final class RootsBody implements Body {
    private final OpenQuestion question;
    private final FoldersPane folders;
    private final Button tell = Layout.sending("", this::send);
    private final Always always;
    private final VBox node = new VBox(8);
    private final Region foot;

    RootsBody(OpenQuestion question, AskServices services, ServerAnswers kept, Always always) {
        this.question = question;
        this.always = always;
        folders =
                new FoldersPane(
                        services,
                        now -> {
                            kept.change(question.server(), k -> k.with(now));
                            count(now);
                        });
        List<String> now = kept.of(question.server()).roots();
        folders.show(now);
        count(now);
        node.getChildren()
                .addAll(
                        Layout.paragraph(
                                "It wants to know which folders it may work in. It is told their"
                                        + " names; that keeps it from nothing else."),
                        folders);
        foot =
                Layout.foot(
                        always.box("Always tell this server its folders without asking"),
                        tell,
                        Layout.button("Refuse", question::decline));
    }

    private void count(List<String> now) {
        tell.setText(
                switch (now.size()) {
                    case 0 -> "Tell it of no folder";
                    case 1 -> "Tell it of this folder";
                    default -> "Tell it of these " + now.size() + " folders";
                });
    }

    @Override
    public void send() {
        folders.addTyped(() -> {
            always.keep();
            List<String> now = folders.folders();
            // A folder's URI says whether it is one, so the disk is asked.
            Thread.ofVirtual()
                    .name("roots")
                    .start(() -> question.answer(new Answer.Result(Roots.result(now))));
        });
    }

    @Override
    public Region foot() {
        return foot;
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public String draft() {
        return folders.draft();
    }

    @Override
    public void focus() {
        if (folders.folders().isEmpty()) {
            folders.focusField();
        } else {
            tell.requestFocus();
        }
    }
}
