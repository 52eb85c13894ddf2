package dev.benchlight.app.ui.signin;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.app.ui.signin.Question.Answer;
import dev.benchlight.mcp.auth.AuthGate;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// What authorisation wants of the user now, with its buttons: for the sidebar and for the tab of
/// the server. Lives on the JavaFX thread.
public final class AskPane extends VBox {
    private static final int MOST_SCOPES = 12;
    private static final int LONGEST_SCOPE = 80;

    private final String name;
    private final ServerSignIn signIn;
    private final FlowPane buttons = new FlowPane(6, 6);

    /// @param name of the server
    public AskPane(String name, ServerSignIn signIn, SignInState state) {
        super(6);
        this.name = VisibleText.name(name, 80);
        this.signIn = signIn;
        getStyleClass().add("sign-in-ask");
        getStylesheets()
                .add(
                        Objects.requireNonNull(AskPane.class.getResource("signin.css"))
                                .toExternalForm());
        show(state.question(), state.page());
        getChildren().add(buttons);
    }

    private void show(@Nullable Question question, @Nullable URI page) {
        switch (question) {
            case Question.ToSignIn(String issuer, List<String> scopes) -> signIn(issuer, scopes);
            case Question.OtherOrigin(URI origin) -> consent(origin);
            case Question.NextStep(AuthGate.Planned next) -> step(next);
            case null -> {
                if (page != null) {
                    waiting(page);
                }
            }
        }
    }

    private void signIn(String issuer, List<String> scopes) {
        say(name + " wants you to sign in at");
        address(issuer);
        if (!scopes.isEmpty()) {
            say(scopes.size() == 1 ? "It asks for the scope" : "It asks for the scopes");
            address(brief(scopes));
        }
        button("Open browser", "sign-in-open", Answer.GO).getStyleClass().add(Styles.ACCENT);
        button("Copy URL", "sign-in-copy", Answer.COPY);
        button("Cancel", "sign-in-cancel", Answer.STOP);
        button("Always open, without asking", "sign-in-always", Answer.ALWAYS)
                .getStyleClass()
                .add(Styles.FLAT);
    }

    private static String brief(List<String> scopes) {
        String shown =
                scopes.stream()
                        .limit(MOST_SCOPES)
                        .map(scope -> VisibleText.name(scope, LONGEST_SCOPE))
                        .collect(Collectors.joining(", "));
        int more = scopes.size() - MOST_SCOPES;
        return more > 0 ? shown + ", and " + more + " more" : shown;
    }

    private void consent(URI origin) {
        say("For its authorisation, " + name + " sends Benchlight to another origin:");
        address(origin.toString());
        say("Allow it only if you know that it belongs to whoever runs the server.");
        button("Allow", "origin-allow", Answer.GO);
        button("Don't allow", "origin-refuse", Answer.STOP);
    }

    private void step(AuthGate.Planned next) {
        say("Next: " + next.what());
        address(next.method() + " " + next.url());
        button("Continue", "step-continue", Answer.GO).getStyleClass().add(Styles.ACCENT);
        button("Run to the end", "step-to-end", Answer.ALWAYS);
        button("Stop", "step-stop", Answer.STOP);
    }

    private void waiting(URI page) {
        say("Waiting until you have signed in, in the browser, at");
        address(withoutQuery(page.toString()));
        say("Benchlight takes the answer on this machine, for five minutes.");
        button("Open again", "page-again", signIn::openAgain);
        button("Copy URL", "page-copy", signIn::copyPage);
        button("Cancel", "page-cancel", signIn::cancel);
    }

    private static String withoutQuery(String page) {
        int query = page.indexOf('?');
        return query < 0 ? page : page.substring(0, query);
    }

    private void say(String text) {
        getChildren().add(wrapped(text));
    }

    private void address(String address) {
        Label label = wrapped(VisibleText.strict(address));
        label.getStyleClass().add("sign-in-address");
        getChildren().add(label);
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Button button(String text, String id, Answer answer) {
        return button(text, id, () -> signIn.answer(answer));
    }

    private Button button(String text, String id, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        buttons.getChildren().add(button);
        return button;
    }
}
