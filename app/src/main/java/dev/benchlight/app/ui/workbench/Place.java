package dev.benchlight.app.ui.workbench;

/// Something of a server's that can be opened in a tab. Two equal places are the same tab.
public sealed interface Place {

    /// The server's name as the user knows it.
    String server();

    /// What the tab is called: the name or URI; of a server as a whole, its own.
    String name();

    /// The same thing of the same server, under another name of the server's.
    Place at(String renamed);

    record ToolPlace(String server, String name) implements Place {
        @Override
        public Place at(String renamed) {
            return new ToolPlace(renamed, name);
        }
    }

    record PromptPlace(String server, String name) implements Place {
        @Override
        public Place at(String renamed) {
            return new PromptPlace(renamed, name);
        }
    }

    /// @param name the URI
    record ResourcePlace(String server, String name) implements Place {
        @Override
        public Place at(String renamed) {
            return new ResourcePlace(renamed, name);
        }
    }

    /// @param name the URI template
    record TemplatePlace(String server, String name) implements Place {
        @Override
        public Place at(String renamed) {
            return new TemplatePlace(renamed, name);
        }
    }

    /// The server as a whole.
    record ServerPlace(String server) implements Place {
        @Override
        public String name() {
            return server;
        }

        @Override
        public Place at(String renamed) {
            return new ServerPlace(renamed);
        }
    }
}
