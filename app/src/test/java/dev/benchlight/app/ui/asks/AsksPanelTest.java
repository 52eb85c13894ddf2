package dev.benchlight.app.ui.asks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.ui.fx.OnFx;
import dev.benchlight.mcp.rpc.Answer;
import dev.benchlight.trace.SpanNote;

import javafx.scene.control.ButtonBase;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;

/// Each kind of question as the user meets it.
class AsksPanelTest extends AskedOnScreen {
    private static final String EVERY_FORM =
            """
            {'message':'Where shall the table be?','requestedSchema':{'type':'object',
             'required':['name','seats'],'properties':{
              'name':{'type':'string','title':'Name','minLength':2},
              'email':{'type':'string','format':'email','title':'Mail'},
              'day':{'type':'string','format':'date','default':'2026-11-21'},
              'seats':{'type':'integer','minimum':1,'maximum':12,'title':'Seats'},
              'outside':{'type':'boolean','default':true,'title':'Outside'},
              'food':{'type':'string','enum':['fish','none'],'default':'fish'},
              'colour':{'type':'string','oneOf':[{'const':'#f00','title':'Red'},
                {'const':'#0f0','title':'Green'}],'default':'#0f0'},
              'extras':{'type':'array','items':{'anyOf':[{'const':'c','title':'Candles'},
                {'const':'m','title':'Music'}]},'default':['m']},
              'word':{'type':'string','title':'Wi-Fi password'}}}}
            """;
    private static final String SAMPLE =
            """
            {'systemPrompt':'Be brief.','maxTokens':100,'temperature':0.5,
             'modelPreferences':{'hints':[{'name':'some-model'}],'speedPriority':0.9},
             'tools':[{'name':'weather'}],
             'messages':[{'role':'user','content':{'type':'text','text':'What is MCP?'}}]}
            """;

    /// [#SAMPLE] with other words.
    private static final String EDITED =
            SAMPLE.replace("Be brief.", "Be verbose.").replace("100", "200");

    @Test
    void aFormIsCheckedWarnedOfAndAnsweredByKeyboardAlone() throws IOException {
        Asked.Waiting waiting = asked.ask("bistro", "elicitation/create", EVERY_FORM);
        until("the form", () -> says("Where shall the table be?"));
        assertThat(says("bistro")).isTrue();
        assertThat(says("During tools/call book-table")).isTrue();
        assertThat(says("seems to ask for a secret (“word”)")).isTrue();
        picture("asks-form");
        press("Accept");
        assertThat(waiting.answer()).isNotDone();
        robot.interact(panel::enter);
        fill("Name", "Jo");
        fill("Seats", "4");
        ButtonBase accept = button("Accept");
        robot.interact(accept::requestFocus);
        robot.type(KeyCode.SPACE);
        assertThat(waiting.result())
                .isEqualTo(
                        Asked.json(
                                "{'action':'accept','content':{'name':'Jo','seats':4,"
                                        + "'day':'2026-11-21','outside':true,'food':'fish',"
                                        + "'colour':'#0f0','extras':['m']}}"));
        until("the panel is gone", () -> !OnFx.get(panel::isVisible));
    }

    @Test
    void whatWasTypedStaysWhileThePanelIsHiddenAndWhenTheQuestionEnds() {
        Asked.Waiting first = asked.ask("bistro", "elicitation/create", EVERY_FORM);
        until("the form", () -> says("Where shall the table be?"));
        fill("Name", "Josephine");
        robot.interact(() -> panel.show(false));
        Asked.Waiting second = asked.ask("other", "roots/list", "{}");
        until("the panel again", () -> OnFx.get(panel::isVisible) && says("2 questions"));
        assertThat(says("Josephine")).isTrue();
        first.thread().interrupt();
        until("its end", () -> says("not wanted any more"));
        assertThat(says("Josephine")).isTrue();
        assertThat(says("1 question")).isTrue();
        press("Dismiss");
        until("the other", () -> says("Tell it of no folder"));
        press("Refuse");
        assertThat(second.answer().join()).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void theQuestionOfACallIsFoundAmongOthers() {
        asked.ask("bistro", "elicitation/create", EVERY_FORM);
        until("the form", () -> says("Where shall the table be?"));
        Asked.Waiting other = asked.ask("files", "roots/list", "{}");
        until("the other", () -> says("2 questions"));
        assertThat(says("Tell it of no folder")).isFalse();
        assertThat(asked.questions.isAskedBy("files", other.call())).isTrue();
        assertThat(asked.questions.isAskedBy("bistro", other.call())).isFalse();
        robot.interact(() -> panel.show(false));
        robot.interact(() -> panel.goTo(other.call()));
        until("the question", () -> says("Tell it of no folder"));
        press("Refuse");
        until("its end", () -> !asked.questions.isAskedBy("files", other.call()));
    }

    @Test
    void aPageIsShownWholeAndOpenedOnlyWhenTheUserSaysSo() throws IOException {
        Asked.Waiting waiting =
                asked.ask(
                        "shop",
                        "elicitation/create",
                        "{'mode':'url','message':'Pay here.','elicitationId':'1',"
                                + "'url':'https://pay.xn--exmple-cua.test:8443/a?b=c#d'}");
        until("the page", () -> says("pay.xn--exmple-cua.test"));
        assertThat(says("foreign letters")).isTrue();
        assertThat(says(":8443/a?b=c#d")).isTrue();
        picture("asks-page");
        assertThat(opened).isEmpty();
        press("Open in browser");
        assertThat(waiting.result()).hasToString("{\"action\":\"accept\"}");
        assertThat(opened)
                .containsExactly(URI.create("https://pay.xn--exmple-cua.test:8443/a?b=c#d"));

        connection.says("notifications/elicitation/complete", "{\"elicitationId\":\"7\"}");
        assertThat(quiet.toasts()).isEmpty();
        connection.says("notifications/elicitation/complete", "{\"elicitationId\":\"1\"}");
        connection.says("notifications/elicitation/complete", "{\"elicitationId\":\"1\"}");
        until("it is told", () -> !quiet.toasts().isEmpty());
        assertThat(quiet.toasts()).containsExactly("shop says that the page is done");
        assertThat(connection.listening()).isZero();

        Asked.Waiting bad =
                asked.ask(
                        "shop",
                        "elicitation/create",
                        "{'mode':'url','message':'x','url':'https://bank.test@evil.test/'}");
        until("the refusal", () -> says("holds a user name"));
        assertThat(OnFx.get(() -> button("Open in browser").isDisabled())).isTrue();
        press("Decline");
        assertThat(bad.result()).hasToString("{\"action\":\"decline\"}");
        assertThat(opened).hasSize(1);
    }

    @Test
    void aModelIsPlayedByHandOrRefusedForGood() throws IOException {
        Asked.Waiting waiting = asked.ask("agent", "sampling/createMessage", SAMPLE);
        until("the request", () -> says("What is MCP?"));
        assertThat(says("system: Be brief.")).isTrue();
        assertThat(says("at most 100 tokens")).isTrue();
        assertThat(says("may call weather")).isTrue();
        picture("asks-sampling");
        fill("text", "A protocol.");
        press("Send the reply");
        assertThat(waiting.result())
                .isEqualTo(
                        Asked.json(
                                "{'content':{'type':'text','text':'A protocol.'},"
                                        + "'role':'assistant','model':'benchlight',"
                                        + "'stopReason':'endTurn'}"));

        Asked.Waiting refused = asked.ask("agent", "sampling/createMessage", SAMPLE);
        press("Always refuse to play a model for this server");
        press("Refuse");
        assertThat(refused.answer().join()).isInstanceOf(Answer.Refused.class);
        until("allowed", () -> asked.kept.isAllowed("agent", "print", "sampling/createMessage"));
        Asked.Waiting third = asked.ask("agent", "sampling/createMessage", SAMPLE);
        assertThat(third.answer().join()).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void aRequestIsEditedCopiedAndKeptBesideTheOneThatWasAsked() throws IOException {
        Asked.Waiting waiting = asked.ask("agent", "sampling/createMessage", SAMPLE);
        press("Edit the request");
        fill("systemPrompt", "Be verbose.");
        fill("maxTokens", "200");
        until("it is said", () -> says("You edited the request"));
        picture("asks-sampling-edited");
        press("Copy as JSON");
        until("copied", () -> quiet.toasts().contains("Copied"));
        assertThat(OnFx.get(() -> Asked.json(Clipboard.getSystemClipboard().getString())))
                .isEqualTo(Asked.json(EDITED));
        press("Back to the original");
        assertThat(says("You edited the request")).isFalse();
        press("Back to my edits");
        press("Edit the request");
        until("the edited one to read", () -> says("system: Be verbose."));
        assertThat(says("at most 200 tokens")).isTrue();
        assertThat(asked.recorded).isEmpty();

        fill("text", "At length.");
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        assertThat(waiting.result().at("/content/text").asString()).isEqualTo("At length.");
        assertThat(asked.recorded)
                .singleElement()
                .isInstanceOfSatisfying(
                        SpanNote.class,
                        note -> {
                            assertThat(Asked.json(String.valueOf(note.data())))
                                    .isEqualTo(Asked.json(EDITED));
                            assertThat(note.text()).contains("Be verbose.");
                        });
    }

    @Test
    void whatWasTypedIntoARequestAndOfAFolderStaysWhenTheQuestionEnds() {
        Asked.Waiting sampling = asked.ask("agent", "sampling/createMessage", SAMPLE);
        press("Edit the request");
        fill("systemPrompt", "Be verbose.");
        sampling.thread().interrupt();
        until("its end", () -> says("not wanted any more"));
        press("Copy what you typed");
        assertThat(OnFx.get(() -> Clipboard.getSystemClipboard().getString()))
                .contains("Be verbose.");
        press("Dismiss");
        Asked.Waiting roots = asked.ask("files", "roots/list", "{}");
        until("the question", () -> says("asks for folders"));
        fill("Path of a folder to add", folder.resolve("nowhere").toString());
        press("Tell it of no folder");
        until("the problem", () -> says("There is no folder"));
        assertThat(roots.answer()).isNotDone();
        roots.thread().interrupt();
        until("its end", () -> says("not wanted any more"));
        assertThat(says("nowhere")).isTrue();
        press("Dismiss");
        until("the panel is gone", () -> !OnFx.get(panel::isVisible));
    }

    @Test
    void howeverMuchAServerSaysItCanBeDeclinedAtOnce() {
        asked.ask("s", "elicitation/create", "{'message':'" + "line\\n".repeat(400) + "'}");
        ButtonBase decline = button("Decline");
        assertThat(OnFx.get(() -> decline.localToScene(0, decline.getHeight()).getY()))
                .isBetween(1.0, OnFx.get(() -> stage.getScene().getHeight()));
        press("Show all of it");
        assertThat(says("line\n".repeat(200))).isTrue();
        press("Decline");
    }

    @Test
    void foldersAreTypedKeptAndTold() throws IOException {
        Asked.Waiting waiting = asked.ask("files", "roots/list", "{}");
        until("the question", () -> says("asks for folders"));
        fill("Path of a folder to add", folder.resolve("nowhere").toString());
        press("Add");
        until("the problem", () -> says("There is no folder"));
        fill("Path of a folder to add", folder.toString());
        press("Add");
        until("the folder", () -> says("Tell it of this folder"));
        picture("asks-roots");
        press("Tell it of this folder");
        assertThat(waiting.result().at("/roots/0/uri").asString())
                .isEqualTo(folder.toUri().toString());
        assertThat(asked.kept.of("files").roots()).containsExactly(folder.toString());
    }

    @Test
    void aWindowIsNotClosedOnWhatWasTypedWithoutAsking() {
        asked.ask("bistro", "elicitation/create", EVERY_FORM);
        until("the form", () -> says("Where shall the table be?"));
        fill("Name", "Josephine");
        wantToClose();
        assertThat(quiet.shown()).singleElement().asString().contains("Josephine");
        assertThat(OnFx.get(stage::isShowing)).isTrue();
        quiet.agree(true);
        wantToClose();
        assertThat(OnFx.get(stage::isShowing)).isFalse();
    }

    private void wantToClose() {
        robot.interact(
                () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }
}
