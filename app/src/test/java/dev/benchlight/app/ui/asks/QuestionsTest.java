package dev.benchlight.app.ui.asks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.Await;
import dev.benchlight.mcp.rpc.Answer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What is asked at once, what is answered without asking, and what ends a question.
class QuestionsTest {
    private static final String FORM = "elicitation/create";
    private static final String ROOTS = "roots/list";

    @TempDir private Path folder;
    private Asked asked;

    @BeforeEach
    void start() {
        asked = new Asked(folder);
    }

    @AfterEach
    void write() {
        asked.kept.flush();
    }

    private OpenQuestion shown() {
        Await.until("the question", () -> !asked.questions.shown().isEmpty());
        return asked.questions.shown().getFirst();
    }

    @Test
    void aQuestionWaitsForItsAnswerAndThenIsGone() {
        Asked.Waiting waiting = asked.ask("s", FORM, "{}");
        assertThat(shown().server()).isEqualTo("s");
        shown().decline();
        assertThat(waiting.result()).hasToString("{\"action\":\"decline\"}");
        assertThat(asked.questions.shown()).isEmpty();
        assertThat(asked.questions.waiting()).isZero();
    }

    @Test
    void whoIsInterruptedIsCancelledAndStaysToBeSeen() {
        Asked.Waiting waiting = asked.ask("s", FORM, "{}");
        OpenQuestion question = shown();
        waiting.thread().interrupt();
        assertThat(waiting.result()).hasToString("{\"action\":\"cancel\"}");
        assertThat(asked.questions.shown()).containsExactly(question);
        assertThat(question.ended()).isNotEmpty();
        assertThat(asked.questions.waiting()).isZero();
        asked.questions.forget(question);
        assertThat(asked.questions.shown()).isEmpty();
    }

    @Test
    void ofAStormOnlySomeAreShownAndAllCanBeDeclined() {
        List<Asked.Waiting> storm = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            storm.add(asked.ask("storm", FORM, "{}"));
        }
        Asked.Waiting other = asked.ask("calm", FORM, "{}");
        Await.until("all", () -> asked.questions.waiting() == 33);
        assertThat(asked.questions.shown()).hasSize(9);
        asked.questions.declineAll("storm");
        assertThat(storm)
                .allSatisfy(w -> assertThat(w.result()).hasToString("{\"action\":\"decline\"}"));
        assertThat(other.answer()).isNotDone();
        shown().cancel();
        assertThat(other.result()).hasToString("{\"action\":\"cancel\"}");
    }

    @Test
    void whatWasAllowedHoldsForThatEntryAlone() {
        asked.kept.change("s", k -> k.with(List.of(folder.toString())).allowing(ROOTS, "print"));
        Asked.Waiting allowed = asked.ask("s", ROOTS, "{}");
        assertThat(allowed.result().at("/roots/0/uri").asString())
                .isEqualTo(folder.toUri().toString());

        Asked.Waiting changed = asked.ask("s", "another", ROOTS, "{}");
        assertThat(shown().method()).isEqualTo(ROOTS);
        shown().decline();
        assertThat(changed.answer().join()).isInstanceOf(Answer.Refused.class);
        Asked.Waiting unknown = asked.ask("s", "", ROOTS, "{}");
        shown().decline();
        assertThat(unknown.answer().join()).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void whatWasAllowedIsTakenBackAndForgottenWithAnotherEntry() {
        asked.kept.change("s", k -> k.allowing(ROOTS, "old").allowing(FORM, "new"));
        assertThat(asked.kept.isAllowed("s", "new", FORM)).isTrue();
        assertThat(asked.kept.isAllowed("s", "new", ROOTS)).isFalse();
        asked.kept.change("s", k -> k.without(FORM));
        assertThat(asked.kept.isAllowed("s", "new", FORM)).isFalse();
        assertThat(asked.kept.isAllowed("other", "new", FORM)).isFalse();
    }

    @Test
    void whatIsKeptIsThereAfterARestart() {
        asked.kept.change("s", k -> k.with(List.of("/a")).allowing(FORM, "print"));
        asked.kept.flush();
        ServerAnswers again = new Asked(folder).kept;
        assertThat(again.of("s").roots()).containsExactly("/a");
        assertThat(again.isAllowed("s", "print", FORM)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'properties':{'password':{}}}; true",
                "{'properties':{'k':{'title':'Your API key'}}}; true",
                "{'properties':{'k':{'description':'the one-time token'}}}; true",
                "{'properties':{'k':{'format':'password'}}}; true",
                "{'properties':{'pin':{}}}; true",
                "{'properties':{'spin':{},'name':{'title':'Name'}}}; false",
            })
    void aFormThatAsksForASecretIsKnown(String schema, boolean secret) {
        assertThat(SecretWords.in(Asked.json("{'requestedSchema':" + schema + "}")).isPresent())
                .isEqualTo(secret);
    }
}
