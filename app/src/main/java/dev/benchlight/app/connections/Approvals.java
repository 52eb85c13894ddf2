package dev.benchlight.app.connections;

import dev.benchlight.app.workspace.Environment;
import dev.benchlight.app.workspace.InputException;
import dev.benchlight.app.workspace.SecretValues;
import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.app.workspace.TrustStore;
import dev.benchlight.app.workspace.Workspace;
import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.mcp.wire.ServerConfig;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Approval and variables of a workspace's entries. Thread-safe; methods may wait for the disk.
public final class Approvals implements Preparation {
    private final Workspace workspace;
    private final TrustStore trust;
    private final Map<String, String> process;
    private final Consumer<Collection<String>> secrets;
    private final Function<String, Optional<String>> store;
    private volatile String environment = "";

    /// @param process the variables of this process, where secrets are looked up
    /// @param secrets hears of the secrets in a configuration before it is used; must not block
    public Approvals(
            Workspace workspace,
            TrustStore trust,
            Map<String, String> process,
            Consumer<Collection<String>> secrets) {
        this(workspace, trust, process, secrets, _ -> Optional.empty());
    }

    /// As the other, with a store that is asked for secrets which no variable holds.
    public Approvals(
            Workspace workspace,
            TrustStore trust,
            Map<String, String> process,
            Consumer<Collection<String>> secrets,
            Function<String, Optional<String>> store) {
        this.store = store;
        this.workspace = workspace;
        this.trust = trust;
        this.process = Map.copyOf(process);
        this.secrets = secrets;
    }

    /// Chooses where variables come from when a server connects; empty for the workspace's default.
    public void chooseEnvironment(String name) {
        environment = name;
    }

    /// The configuration as it is to be shown and approved, secrets still by name.
    public ServerConfig visible(ServerEntry entry) throws InputException {
        return workspace.environment(environment, process).visible(entry);
    }

    /// What an allowance for an entry is bound to: it is another one after any change of what the
    /// entry starts or sends. Empty where the entry can't be used.
    public String fingerprint(ServerEntry entry) {
        if (entry.origin() == ServerEntry.Origin.BUILT_IN) {
            return "built-in";
        }
        try {
            return TrustStore.fingerprint(visible(entry));
        } catch (InputException _) {
            return "";
        }
    }

    public boolean isNeeded(ServerEntry entry, ServerConfig visible) {
        return trust.needsApproval(entry, visible);
    }

    /// @throws IOException it holds until the program ends, but could not be written down
    public void approve(ServerEntry entry, ServerConfig visible) throws IOException {
        trust.approve(entry, visible);
    }

    /// What differs from an earlier approval of the entry, as a sentence; empty if there is none.
    public String changed(ServerEntry entry, ServerConfig visible) {
        return trust.changed(entry, visible).orElse("");
    }

    @Override
    public ServerConfig prepare(ServerEntry entry) throws InputException {
        // Read once: what is approved here is what is used below, whatever becomes of the files.
        List<String> told = new ArrayList<>();
        Environment values =
                workspace.environment(environment, process).knowing(store).telling(told::add);
        if (isNeeded(entry, values.visible(entry))) {
            throw new InputException(
                    new Problem(
                            "trust-required",
                            Layer.TRUST,
                            "Nobody has approved this server's command yet.",
                            "Connect, read the command, and approve it.",
                            null));
        }
        ServerConfig config = values.resolve(entry);
        told.addAll(SecretValues.in(config));
        secrets.accept(told);
        return config;
    }
}
