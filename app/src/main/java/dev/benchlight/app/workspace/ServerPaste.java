package dev.benchlight.app.workspace;

import java.util.List;

/// What was found in a text someone pasted: a command line, a URL, the JSON of any known client, or
/// a `claude mcp add` or `code --add-mcp` line.
///
/// @param drafts to preview; every entry of the text is among them
/// @param problems with the text as a whole, one sentence each
public record ServerPaste(List<ServerDraft> drafts, List<String> problems) {
    public ServerPaste {
        drafts = List.copyOf(drafts);
        problems = List.copyOf(problems);
    }

    /// Reads a pasted text; never fails.
    public static ServerPaste parse(String text) {
        return PasteReader.read(text);
    }
}
