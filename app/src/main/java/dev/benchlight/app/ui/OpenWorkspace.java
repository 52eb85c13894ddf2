package dev.benchlight.app.ui;

import dev.benchlight.app.auth.Authorizations;
import dev.benchlight.app.auth.KeptTokens;
import dev.benchlight.app.auth.SystemBrowser;
import dev.benchlight.app.checkup.Checkups;
import dev.benchlight.app.connections.Approvals;
import dev.benchlight.app.connections.Connections;
import dev.benchlight.app.connections.KnownEras;
import dev.benchlight.app.connections.LoginPath;
import dev.benchlight.app.connections.PinnedRevisions;
import dev.benchlight.app.connections.RestartPause;
import dev.benchlight.app.connections.Sessions;
import dev.benchlight.app.leftovers.RunningServers;
import dev.benchlight.app.secrets.PassphraseDesk;
import dev.benchlight.app.secrets.Secrets;
import dev.benchlight.app.snapshots.Snapshots;
import dev.benchlight.app.traces.Redactor;
import dev.benchlight.app.traces.TraceStore;
import dev.benchlight.app.ui.asks.Questions;
import dev.benchlight.app.ui.asks.ServerAnswers;
import dev.benchlight.app.ui.settings.JsonFile;
import dev.benchlight.app.ui.settings.SaveTroubles;
import dev.benchlight.app.ui.settings.Settings;
import dev.benchlight.app.ui.signin.SignInChoices;
import dev.benchlight.app.ui.signin.SignIns;
import dev.benchlight.app.workspace.DataFolder;
import dev.benchlight.app.workspace.TrustStore;
import dev.benchlight.app.workspace.Workspace;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.SessionOptions;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/// A workspace that is open: what its files and those of the data folder say, and what works with
/// them. Opened and closed on a thread that may wait for the disk; the fields are read by any.
final class OpenWorkspace implements AutoCloseable {
    final Map<String, String> environment;
    final DataFolder data;
    final Workspace workspace;
    final TraceStore traces;
    final TrustStore trust;
    final Secrets secrets;
    final Approvals approvals;
    final PinnedRevisions pins;
    final SystemBrowser browser;
    final SignIns signIns;
    final ServerAnswers answers;
    final Questions questions;
    final Connections connections;
    final Checkups checkups;
    final Settings settings;
    final OpenTabs openTabs;
    final SaveTroubles troubles = new SaveTroubles();
    private final JsonFile signInChoices;
    private final AtomicBoolean closed = new AtomicBoolean();

    /// @param passphrases where the user is asked for the one that guards the secrets
    OpenWorkspace(
            @Nullable Path workspaceFolder,
            @Nullable Path dataFolder,
            Map<String, String> environment,
            PassphraseDesk passphrases) {
        this.environment = environment;
        browser = new SystemBrowser(environment);
        data = DataFolder.open(dataFolder, environment);
        workspace =
                workspaceFolder == null
                        ? Workspace.find(Path.of(""), data)
                        : Workspace.open(workspaceFolder, data);
        Redactor redactor = new Redactor();
        traces =
                data.writable()
                        ? TraceStore.open(data.path(), redactor)
                        : TraceStore.readOnly(data.path(), redactor);
        trust = TrustStore.open(data);
        secrets = Secrets.of(data, environment, passphrases);
        approvals = new Approvals(workspace, trust, environment, redactor::add, secrets::named);
        pins = PinnedRevisions.in(data, workspace.folder());
        signInChoices = file("sign-ins.json");
        signIns = new SignIns(browser::open, SignInChoices.in(signInChoices));
        answers = new ServerAnswers(file("asks.json"), workspace.folder().toString());
        questions = new Questions(answers, traces);
        connections =
                new Connections(
                        LoginPath.of(approvals, environment),
                        sessions(redactor),
                        RestartPause.REAL);
        checkups = new Checkups(new Snapshots(data));
        connections.subscribeToEach(checkups::see);
        workspace.snapshot().servers().forEach(connections::add);
        settings = Settings.read(file("window.json"));
        openTabs = OpenTabs.open(data.path(), workspace.folder(), troubles);
    }

    private Sessions sessions(Redactor redactor) {
        SessionOptions options =
                SessionOptions.DEFAULT.with(RunningServers.in(data)).with(KnownEras.in(data));
        Authorizations authorizations =
                new Authorizations(
                        new KeptTokens(secrets),
                        signIns,
                        secret -> redactor.add(List.of(secret)),
                        traces,
                        environment);
        return (config, listener) ->
                new McpSession(
                        config,
                        authorizations.applied(pins.applied(config.name(), options), config),
                        questions.handlers(fingerprint(config.name())),
                        traces,
                        listener);
    }

    /// What an allowance for a server is bound to; empty for one that there is not. Waits for the
    /// disk.
    String fingerprint(String server) {
        return connections.find(server).map(c -> approvals.fingerprint(c.entry())).orElse("");
    }

    /// What went wrong so far, in sentences.
    List<String> notices() {
        return Stream.of(data.notices(), trust.notices(), traces.notices(), troubles.notices())
                .flatMap(List::stream)
                .toList();
    }

    /// Writes what is still to be written and ends what runs. Once; whoever comes second does not
    /// wait for that.
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        settings.file().flush();
        answers.flush();
        openTabs.close();
        signInChoices.flush();
        connections.close();
        checkups.close();
        traces.close();
    }

    private JsonFile file(String name) {
        return new JsonFile(data.path().resolve(name), troubles);
    }
}
