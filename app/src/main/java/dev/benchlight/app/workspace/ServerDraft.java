package dev.benchlight.app.workspace;

import dev.benchlight.mcp.wire.ServerConfig;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// A server entry as read from text, to be shown before it is used.
///
/// @param config null if nothing usable was found; `${…}` unresolved
/// @param remarks one sentence for each thing that is wrong, not used, or worth a look, such as a
///   literal value that looks like a key
/// @param wrong what makes it unusable, such as `auth.token`, or null
/// @param disabled the text says not to use it
public record ServerDraft(
        String name,
        @Nullable ServerConfig config,
        List<String> remarks,
        boolean disabled,
        @Nullable String wrong) {
    private static final int MOST = 20;
    private static final int LONGEST = 500;

    /// Keeps what people can read of the remarks.
    public ServerDraft {
        List<String> kept = new ArrayList<>();
        for (String remark : remarks.subList(0, Math.min(MOST, remarks.size()))) {
            kept.add(remark.length() > LONGEST ? remark.substring(0, LONGEST) + "…" : remark);
        }
        if (remarks.size() > MOST) {
            kept.add("There are " + (remarks.size() - MOST) + " more remarks.");
        }
        remarks = List.copyOf(kept);
    }

    public ServerDraft(
            String name, @Nullable ServerConfig config, List<String> remarks, boolean disabled) {
        this(name, config, remarks, disabled, null);
    }

    /// Whether there is something that can be saved and started.
    public boolean usable() {
        return config != null;
    }
}
