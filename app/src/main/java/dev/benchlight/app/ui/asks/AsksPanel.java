package dev.benchlight.app.ui.asks;

import dev.benchlight.app.ui.fx.Icons;
import dev.benchlight.trace.TraceId;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/// All that servers ask now, one below the other with one unfolded, beside what the user works at.
/// It comes by itself, and takes no keyboard from anybody. JavaFX thread only.
public final class AsksPanel extends VBox {
    private final Questions questions;
    private final AskServices services;
    private final IntConsumer counted;
    private final Runnable end;
    private final Label title = new Label();
    private final VBox cards = new VBox();
    private final Label more = Layout.paragraph("", "text-muted");
    private final Map<Long, QuestionCard> byId = new LinkedHashMap<>();
    private @Nullable QuestionCard unfolded;
    private long newest;

    /// @param counted hears how many wait for an answer
    public AsksPanel(Questions questions, AskServices services, IntConsumer counted) {
        this.questions = questions;
        this.services = services;
        this.counted = counted;
        getStyleClass().add("asks");
        getStylesheets()
                .add(
                        Objects.requireNonNull(AsksPanel.class.getResource("asks.css"))
                                .toExternalForm());
        title.getStyleClass().add("asks-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar =
                new HBox(
                        8,
                        title,
                        gap,
                        Icons.button(
                                Feather.X, "Hide; the questions stay open", () -> show(false)));
        bar.getStyleClass().add("asks-bar");
        more.getStyleClass().add("asks-more");
        VBox.setVgrow(cards, Priority.ALWAYS);
        getChildren().addAll(bar, cards, more);
        show(false);
        new UnsentGuard(this, services.dialogs()).guard();
        end = questions.subscribe(() -> services.fx().run(this::refresh));
        refresh();
    }

    /// Shows the panel or hides it; a hidden one keeps all that was typed.
    public void show(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }

    /// Shows it and takes the keyboard there.
    public void enter() {
        if (byId.isEmpty()) {
            services.workbench().toast("No server asks anything now");
            return;
        }
        show(true);
        QuestionCard card = unfolded;
        if (card != null) {
            applyCss();
            layout();
            card.focusBody();
        }
    }

    /// Shows it with what is asked during a call unfolded, and takes the keyboard there.
    public void goTo(TraceId call) {
        byId.values().stream()
                .filter(card -> card.question().isOpen() && card.question().isAskedDuring(call))
                .findFirst()
                .ifPresent(this::unfold);
        enter();
    }

    /// What was typed for any of them and not sent, or empty.
    String unsent() {
        return byId.values().stream()
                .map(QuestionCard::draft)
                .filter(draft -> !draft.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    public void close() {
        end.run();
    }

    private void refresh() {
        List<OpenQuestion> now = questions.shown();
        byId.values().removeIf(card -> !now.contains(card.question()));
        for (OpenQuestion question : now) {
            QuestionCard card = byId.get(question.id());
            if (card == null) {
                card = card(question);
                byId.put(question.id(), card);
            }
            card.refresh();
            if (card.isSpent()) {
                byId.remove(question.id());
                questions.forget(question);
            }
        }
        cards.getChildren().setAll(byId.values());
        QuestionCard open = unfolded;
        unfold(open != null && byId.containsValue(open) ? open : first());
        count(now);
    }

    private QuestionCard card(OpenQuestion question) {
        QuestionCard[] card = new QuestionCard[1];
        card[0] = new QuestionCard(question, questions, services, () -> unfold(card[0]));
        if (question.id() > newest) {
            newest = question.id();
            show(true);
        }
        return card[0];
    }

    private @Nullable QuestionCard first() {
        return byId.values().stream().findFirst().orElse(null);
    }

    private void unfold(@Nullable QuestionCard chosen) {
        unfolded = chosen;
        byId.values().forEach(card -> card.unfold(card == chosen));
    }

    private void count(List<OpenQuestion> now) {
        int waiting = questions.waiting();
        counted.accept(waiting);
        title.setText(
                switch (waiting) {
                    case 0 -> "No question is open";
                    case 1 -> "1 question";
                    default -> waiting + " questions";
                });
        long hidden = waiting - now.stream().filter(OpenQuestion::isOpen).count();
        more.setText(hidden + " more wait; answer these first, or decline them all:");
        more.setVisible(hidden > 0);
        more.setManaged(hidden > 0);
        getChildren().removeIf(DeclineAll.class::isInstance);
        if (waiting > 1) {
            getChildren().add(new DeclineAll(now, questions));
        }
        if (byId.isEmpty()) {
            show(false);
        }
    }
}
