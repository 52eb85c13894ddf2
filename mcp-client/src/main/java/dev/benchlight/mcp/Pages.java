package dev.benchlight.mcp;

import dev.benchlight.mcp.wire.Limits;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Gathers the pages of one listing, taking what can be read and flagging the rest. Used by one
/// thread.
final class Pages<T> {
    private static final Set<String> LIMITS =
            Set.of("too-many-pages", "too-many-items", "listing-too-large");

    private final ListKind<T> kind;
    private final Limits limits;
    private final Function<? super T, Optional<String>> unfit;
    private final List<T> items = new ArrayList<>();
    private final List<JsonNode> pages = new ArrayList<>();
    private final WarningLog warnings = new WarningLog();
    private final Set<String> cursors = new HashSet<>();
    private final Set<String> keys = new HashSet<>();
    private final Instant asked = Instant.now();
    private boolean complete = true;
    private @Nullable String stoppedAt;
    private int rounds;
    private long size;

    /// What is listed.
    ///
    /// @param capability that a server with such a listing declares
    /// @param field of the result that holds the entries
    /// @param key what every entry must have, a string
    /// @param schema what every entry should have, an object, or an empty string
    record ListKind<T>(
            String capability,
            String method,
            String field,
            String key,
            String schema,
            Function<JsonNode, T> view) {}

    /// @param unfit why an entry must be left out, as `/pointer what`, or empty
    /// @param rounds how many times the limits it may have
    Pages(
            ListKind<T> kind,
            Limits limits,
            Function<? super T, Optional<String>> unfit,
            int rounds) {
        this.kind = kind;
        this.limits = limits;
        this.unfit = unfit;
        this.rounds = rounds;
    }

    Pages(ListKind<T> kind, Limits limits, Function<? super T, Optional<String>> unfit) {
        this(kind, limits, unfit, 1);
    }

    /// Goes on past the limit that stopped it, up to the same limits again.
    ///
    /// @return the cursor to go on with, or null if no limit stopped it
    @Nullable String goOn() {
        String cursor = stoppedAt;
        if (cursor != null) {
            rounds++;
            stoppedAt = null;
            complete = true;
            warnings.removeAll(LIMITS);
        }
        return cursor;
    }

    /// Takes a page.
    ///
    /// @param bytes of the message it came in
    /// @return the cursor of the next one, or null if there is to be none
    @Nullable String add(JsonNode page, long bytes) {
        pages.add(page);
        size += bytes;
        JsonNode entries = page.path(kind.field());
        if (!entries.isArray()) {
            warn("bad-list", "null stands for a list of entries", "/" + kind.field());
        }
        for (int i = 0; i < entries.size(); i++) {
            String pointer = "/" + kind.field() + "/" + i;
            if (items.size() >= (long) rounds * limits.items()) {
                stopAtItems(pointer);
                return null;
            }
            entry(entries.path(i), pointer);
        }
        return next(page.path("nextCursor"));
    }

    private @Nullable String next(JsonNode cursor) {
        if (cursor.isMissingNode() || cursor.isNull()) {
            return null;
        }
        if (!cursor.isString()) {
            stop("bad-cursor", "nextCursor is not a string", cursor.toString());
            return null;
        }
        if (!cursors.add(cursor.asString())) {
            stop("cursor-loop", "the server gave the same cursor twice", cursor.asString());
            return null;
        }
        String at = cursor.asString();
        long most = (long) rounds * limits.pages();
        if (pages.size() >= most) {
            String text = "the listing has more than " + most + " pages (limit pages)";
            return stopAtLimit("too-many-pages", text, at);
        }
        if (items.size() >= (long) rounds * limits.items()) {
            stopAtItems(at);
            stoppedAt = at;
            return null;
        }
        long bytes = (long) rounds * limits.bodyBytes();
        if (size >= bytes) {
            String text =
                    "the pages of the listing have more than "
                            + bytes
                            + " bytes together (limit bodyBytes)";
            return stopAtLimit("listing-too-large", text, at);
        }
        return at;
    }

    /// @return null: there is to be no next page for now
    private @Nullable String stopAtLimit(String code, String text, String cursor) {
        stop(code, text, cursor);
        stoppedAt = cursor;
        return null;
    }

    private void stopAtItems(String sample) {
        stop(
                "too-many-items",
                "the listing has more than "
                        + (long) rounds * limits.items()
                        + " entries (limit items)",
                sample);
    }

    private void entry(JsonNode entry, String pointer) {
        if (!entry.isObject()) {
            warn("bad-entry", "entries that are no objects were left out", pointer);
            return;
        }
        JsonNode key = entry.path(kind.key());
        if (!key.isString() || key.asString().isEmpty()) {
            warn(
                    "bad-entry",
                    "entries without a " + kind.key() + " were left out",
                    pointer + "/" + kind.key());
            return;
        }
        if (!keys.add(key.asString())) {
            warn("duplicate-entry", "entries have the same " + kind.key(), pointer);
        }
        if (!kind.schema().isEmpty() && !entry.path(kind.schema()).isObject()) {
            warn(
                    "bad-schema",
                    "entries have no object as " + kind.schema(),
                    pointer + "/" + kind.schema());
        }
        T item = kind.view().apply(entry);
        Optional<String> why = unfit.apply(item);
        if (why.isPresent()) {
            warn("unfit-entry", "entries that must not be used were left out", pointer + why.get());
            return;
        }
        items.add(item);
    }

    /// Notes that the listing ended early.
    void stop(String code, String message, String sample) {
        complete = false;
        warnings.add(code, message, sample);
    }

    private void warn(String code, String message, String pointer) {
        String page = pages.size() == 1 ? "" : " on page " + pages.size();
        warnings.add(code, message, pointer + page);
    }

    Listing<T> listing() {
        return new Listing<>(
                items,
                pages,
                warnings.all(),
                complete,
                Optional.of(asked),
                false,
                stoppedAt != null);
    }
}
