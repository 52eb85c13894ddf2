package dev.benchlight.app.ui.servers;

import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.secrets.KeptSecrets;
import dev.benchlight.app.workspace.KeyMove;
import dev.benchlight.app.workspace.ServerDraft;
import dev.benchlight.mcp.wire.ServerConfig;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// Puts keys into the store of secrets, and references to them into the entries they stood in.
/// JavaFX thread only.
record KeyMoves(KeptSecrets keys, FxBatcher fx) {
    /// A usable entry, and those of its keys that are to be moved.
    record Chosen(ServerDraft draft, List<KeyMove> moves) {}

    /// Waits elsewhere, also for the user. A key that is kept though its entry is not saved then is
    /// found again when that is tried again.
    ///
    /// @param moved given the entries with references
    /// @param failed given why a key could not be kept, a sentence; no entry was changed
    void move(List<Chosen> chosen, Consumer<List<ServerDraft>> moved, Consumer<String> failed) {
        Thread.ofVirtual()
                .name("move keys")
                .start(() -> {
                    try {
                        List<ServerDraft> drafts = new ArrayList<>();
                        for (Chosen one : chosen) {
                            drafts.add(moved(one));
                        }
                        fx.run(() -> moved.accept(drafts));
                    } catch (NotKeptException e) {
                        fx.run(() -> failed.accept(e.getMessage()));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    private ServerDraft moved(Chosen chosen) throws NotKeptException, InterruptedException {
        ServerDraft draft = chosen.draft();
        ServerConfig config = Objects.requireNonNull(draft.config());
        for (KeyMove move : chosen.moves()) {
            Optional<String> name = keys.keep(move.suggestedName(config.name()), move.key());
            config = move.applied(config, name.orElseThrow(() -> new NotKeptException(move)));
        }
        return new ServerDraft(draft.name(), config, draft.remarks(), draft.disabled());
    }

    private static final class NotKeptException extends Exception {
        private static final long serialVersionUID = 1L;

        NotKeptException(KeyMove move) {
            super(
                    "Nothing was saved: the key of "
                            + move.field()
                            + " would be kept in memory only, and be lost when Benchlight ends."
                            + " Undo its move, or let a passphrase guard a file for it.");
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }
}
