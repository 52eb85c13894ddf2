package dev.benchlight.app.ui.servers;

import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.app.ui.signin.SignInState;
import dev.benchlight.app.ui.workbench.Place;
import dev.benchlight.mcp.SessionState;

import java.util.Objects;
import java.util.Optional;

/// One row of the sidebar.
sealed interface Row {

    /// The server it belongs to.
    String server();

    /// @param asks what is wanted of the user, in a word or two, or empty
    record Server(ConnectionSnapshot snapshot, boolean expanded, String asks) implements Row {
        @Override
        public String server() {
            return snapshot.entry().name();
        }

        /// Whether there are rows below it that can be hidden.
        boolean folds() {
            return !(snapshot.state() instanceof SessionState.Failed)
                    && !(snapshot.warnings().isEmpty() && Offers.all(snapshot).isEmpty());
        }
    }

    /// Why a server failed, and what to try.
    record Failure(String server, SessionState.Failed state, String lastStderr) implements Row {

        /// Whether it worked before.
        boolean ended() {
            return state.step().equals("connected");
        }

        /// Which step it was.
        String headline() {
            return ended() ? "Ended while connected" : "Failed at: " + state.step();
        }

        /// Whether a sentence only repeats what is shown of standard error.
        boolean isSaid(String sentence) {
            return lastStderr
                    .lines()
                    .reduce((_, last) -> last)
                    .filter(last -> !last.isBlank() && sentence.endsWith(last))
                    .isPresent();
        }
    }

    /// What signing in wants of the user.
    record SignIn(String server, SignInState state) implements Row {
        /// What is shown is what is asked; attempts come and go behind it.
        @Override
        public boolean equals(Object other) {
            return other instanceof SignIn ask
                    && server.equals(ask.server)
                    && Objects.equals(state.question(), ask.state.question())
                    && Objects.equals(state.page(), ask.state.page());
        }

        @Override
        public int hashCode() {
            return Objects.hash(server, state.question(), state.page());
        }
    }

    /// A remark, such as a warning or that nothing fits the filter.
    record Note(String server, String text) implements Row {}

    /// Tools, prompts, resources or templates of a server.
    ///
    /// @param remembered whether they are an earlier answer that still holds
    record Section(String server, Kind kind, int count, boolean expanded, boolean remembered)
            implements Row {}

    /// One thing that can be opened.
    ///
    /// @param mark whether it is new or changed since it was last looked at
    record Item(Place place, String title, String description, Changes.Mark mark) implements Row {
        @Override
        public String server() {
            return place.server();
        }
    }

    /// What a server can offer.
    enum Kind {
        TOOLS("Tools"),
        PROMPTS("Prompts"),
        RESOURCES("Resources"),
        TEMPLATES("Templates");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        /// Empty for a server as a whole.
        static Optional<Kind> of(Place place) {
            return switch (place) {
                case Place.ToolPlace _ -> Optional.of(TOOLS);
                case Place.PromptPlace _ -> Optional.of(PROMPTS);
                case Place.ResourcePlace _ -> Optional.of(RESOURCES);
                case Place.TemplatePlace _ -> Optional.of(TEMPLATES);
                case Place.ServerPlace _ -> Optional.empty();
            };
        }
    }
}
