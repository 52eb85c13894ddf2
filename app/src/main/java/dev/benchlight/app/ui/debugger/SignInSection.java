package dev.benchlight.app.ui.debugger;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.secrets.KeptSecrets;
import dev.benchlight.app.ui.server.Fact;
import dev.benchlight.app.ui.server.FactsPane;
import dev.benchlight.app.ui.server.ServerSection;
import dev.benchlight.app.ui.signin.AskPane;
import dev.benchlight.app.ui.signin.Question;
import dev.benchlight.app.ui.signin.ServerSignIn;
import dev.benchlight.app.ui.signin.SignInState;
import dev.benchlight.app.ui.signin.SignIns;
import dev.benchlight.app.ui.workbench.Workbench;
import dev.benchlight.mcp.SessionState;
import dev.benchlight.mcp.auth.Tokens;
import dev.benchlight.mcp.wire.ServerConfig;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/// Signing in to a server: what there is, what can be done, what is asked, and the authorisation
/// debugger. JavaFX thread only.
public final class SignInSection implements ServerSection {
    private final Connection connection;
    private final SignIns signIns;
    private final Workbench workbench;
    private final FxBatcher fx;
    private final KeptSecrets kept;
    private volatile KeptSecrets.Where keptNow = KeptSecrets.Where.UNKNOWN;
    private final Runnable end;
    private final AtomicBoolean stale = new AtomicBoolean();
    private final FactsPane facts = new FactsPane();
    private final Button signIn = new Button("Sign in");
    private final Button stepwise = new Button("Step by step");
    private final Button refresh = new Button("Refresh now");
    private final Button forget = new Button("Forget tokens");
    private final Button better = new Button();
    private final StackPane ask = new StackPane();
    private final Debugger debugger = new Debugger();
    private final VBox node = new VBox(10);
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private @Nullable Question asked;
    private @Nullable URI page;
    private boolean connecting;
    private boolean looked;

    /// @param kept tells where tokens are kept
    public SignInSection(
            Connection connection,
            SignIns signIns,
            FxBatcher fx,
            Workbench workbench,
            KeptSecrets kept) {
        this.fx = fx;
        this.connection = connection;
        this.signIns = signIns;
        this.workbench = workbench;
        this.kept = kept;
        signIn.setOnAction(_ -> begin(false));
        stepwise.setOnAction(_ -> begin(true));
        refresh.setOnAction(_ -> mine().renew());
        forget.setOnAction(_ -> mine().forget());
        better.setOnAction(_ -> keepBetter());
        better.getStyleClass().add(Styles.SMALL);
        signIn.setId("sign-in");
        stepwise.setId("sign-in-stepwise");
        refresh.setId("sign-in-refresh");
        forget.setId("sign-in-forget");
        signIn.setTooltip(new Tooltip("Gets new tokens, whatever there is"));
        stepwise.setTooltip(new Tooltip("Asks before each request, and before the browser opens"));
        FlowPane buttons = new FlowPane(6, 6, signIn, stepwise, refresh, forget);
        buttons.getChildren().forEach(button -> button.getStyleClass().add(Styles.SMALL));
        node.getStylesheets()
                .add(
                        Objects.requireNonNull(AskPane.class.getResource("signin.css"))
                                .toExternalForm());
        node.getChildren().addAll(facts, buttons, ask, debugger);
        end =
                signIns.subscribe(() -> {
                    if (stale.compareAndSet(false, true)) {
                        fx.run(() -> {
                            stale.set(false);
                            show(connection.snapshot());
                            lookUp();
                        });
                    }
                });
    }

    /// Where tokens are kept, only where there are some: to ask may have the system unlock its
    /// keychain.
    private void lookUp() {
        if (signIns.state(connection.entry().name()).tokens() == null) {
            return;
        }
        looked = true;
        Thread.ofVirtual().name("tokens kept").start(this::lookedUp);
    }

    private void lookedUp() {
        KeptSecrets.Where where = kept.where();
        if (!where.equals(keptNow)) {
            keptNow = where;
            fx.run(() -> show(connection.snapshot()));
        }
    }

    private void keepBetter() {
        Thread.ofVirtual()
                .name("keep tokens better")
                .start(() -> {
                    try {
                        kept.better();
                        lookedUp();
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    @Override
    public String title() {
        return "Authorisation";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /// Open where something is wanted of the user, or went wrong.
    @Override
    public boolean isOpenAtFirst() {
        SignInState state = signIns.state(connection.entry().name());
        return state.wantsUser()
                || state.last().filter(last -> last.running() || last.fault() != null).isPresent();
    }

    @Override
    public boolean applies(ConnectionSnapshot snapshot) {
        return snapshot.entry().config() instanceof ServerConfig.Http;
    }

    @Override
    public void close() {
        end.run();
    }

    private ServerSignIn mine() {
        return signIns.of(connection.entry().name());
    }

    /// A session that is there gets new tokens; else one is begun, which gets some if it must.
    private void begin(boolean byStep) {
        ServerSignIn desk = mine();
        desk.stepByStep(byStep);
        if (connection.session().isEmpty() || !desk.again()) {
            workbench.connect(connection, true, () -> desk.stepByStep(false));
        }
    }

    @Override
    public void show(ConnectionSnapshot snapshot) {
        SignInState state = signIns.state(snapshot.entry().name());
        boolean nowConnecting = snapshot.state() instanceof SessionState.Connecting;
        if (connecting && !nowConnecting && state.stepwise() && !state.running()) {
            // The server let us in without a question.
            mine().stepByStep(false);
        }
        connecting = nowConnecting;
        summary.set(summary(state));
        facts.set(facts(state));
        boolean busy = state.running();
        signIn.setDisable(busy || ownHeader(snapshot));
        stepwise.setDisable(busy || ownHeader(snapshot));
        Tokens tokens = state.tokens();
        refresh.setDisable(busy || tokens == null || tokens.refresh() == null);
        forget.setDisable(busy || tokens == null);
        ask(state);
        debugger.show(state);
        if (!looked) {
            // The tab may have been opened long after the tokens came.
            lookUp();
        }
    }

    private static boolean ownHeader(ConnectionSnapshot snapshot) {
        return snapshot.entry().config() instanceof ServerConfig.Http http
                && http.headers().keySet().stream().anyMatch("Authorization"::equalsIgnoreCase);
    }

    private void ask(SignInState state) {
        if (!Objects.equals(asked, state.question()) || !Objects.equals(page, state.page())) {
            asked = state.question();
            page = state.page();
            ask.getChildren().clear();
            if (state.wantsUser()) {
                ask.getChildren().add(new AskPane(connection.entry().name(), mine(), state));
            }
        }
        ask.setVisible(state.wantsUser());
        ask.setManaged(state.wantsUser());
    }

    private static String summary(SignInState state) {
        if (!state.word().isEmpty()) {
            return state.word();
        }
        if (state.last().filter(last -> last.fault() != null).isPresent()) {
            return "failed";
        }
        return state.tokens() == null ? "no token" : "signed in";
    }

    private List<Fact> facts(SignInState state) {
        Tokens tokens = state.tokens();
        List<Fact> all = new ArrayList<>();
        if (tokens == null) {
            String own =
                    ownHeader(connection.snapshot())
                            ? "The server's entry has an Authorization header, which is sent instead."
                            : "None. The server gets one when it asks for it.";
            all.add(Fact.of("Token", own));
        } else {
            String renewable = tokens.refresh() == null ? "" : ", can be renewed";
            all.add(Fact.of("Token", tokens.type() + end(tokens.expires()) + renewable));
            all.add(Fact.of("From", tokens.issuer()));
            all.add(Fact.of("For", tokens.resource()));
            all.add(Fact.of("Scopes", String.join(" ", tokens.scopes())));
        }
        KeptSecrets.Where where = keptNow;
        if (tokens != null && !where.words().isEmpty()) {
            better.setText(where.offer());
            all.add(
                    where.offer().isEmpty()
                            ? Fact.of("Kept", where.words())
                            : Fact.of("Kept", where.words(), better));
        }
        if (mine().opensUnasked()) {
            Hyperlink again = new Hyperlink("Ask again");
            again.setOnAction(_ -> mine().askAgain());
            all.add(Fact.of("Browser", "Opens without asking.", again));
        }
        return all;
    }

    private static String end(@Nullable Instant expires) {
        if (expires == null) {
            return ", with no end that was told";
        }
        // To the second, in UTC as tokens say it: a countdown would never rest.
        boolean over = expires.isBefore(Instant.now());
        return (over ? ", ended " : ", ends ") + expires.toString().replaceFirst("\\.\\d+", "");
    }
}
