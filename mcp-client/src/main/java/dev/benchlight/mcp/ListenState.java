package dev.benchlight.mcp;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What is listened to with `subscriptions/listen`, and how that stands ("Subscriptions",
/// 2026-07-28). A snapshot.
///
/// @param offered the lists of which the server says that it tells of their changes
/// @param lists those that are to be told of
/// @param resources the URIs of the resources that are to be told of
/// @param granted what the server acknowledged, while it did
/// @param since when it became so
/// @param requests how many were sent so far
/// @param reason why it was lost or refused, or empty
/// @param again when it is asked for next, where it was lost
public record ListenState(
        Phase phase,
        Set<String> offered,
        Set<String> lists,
        Set<String> resources,
        Optional<JsonNode> granted,
        Instant since,
        int requests,
        String reason,
        Optional<Instant> again) {

    /// How far it got.
    public enum Phase {
        /// Nothing is listened to: nothing is wanted or offered, or the server is of another era.
        OFF,
        /// Asked for; the server has not acknowledged it yet.
        ASKED,
        /// Open and acknowledged.
        OPEN,
        /// Lost; asked for again after a while.
        LOST,
        /// The server does not want to; not asked again.
        REFUSED
    }

    static final ListenState OFF =
            new ListenState(
                    Phase.OFF,
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Optional.empty(),
                    Instant.EPOCH,
                    0,
                    "",
                    Optional.empty());

    public ListenState {
        offered = Collections.unmodifiableSet(new TreeSet<>(offered));
        lists = Collections.unmodifiableSet(new TreeSet<>(lists));
        resources = Collections.unmodifiableSet(new TreeSet<>(resources));
    }

    ListenState offering(Set<String> all) {
        return new ListenState(
                phase, all, lists, resources, granted, since, requests, reason, again);
    }

    ListenState asked(ListenFilter filter) {
        return new ListenState(
                Phase.ASKED,
                offered,
                filter.lists(),
                filter.resources(),
                Optional.empty(),
                Instant.now(),
                requests + 1,
                "",
                Optional.empty());
    }

    ListenState open(JsonNode acknowledged) {
        return now(Phase.OPEN, Optional.of(acknowledged), "", Optional.empty());
    }

    ListenState lost(String why, Instant next) {
        return now(Phase.LOST, Optional.empty(), why, Optional.of(next));
    }

    ListenState refused(String why) {
        return now(Phase.REFUSED, Optional.empty(), why, Optional.empty());
    }

    ListenState off() {
        return new ListenState(
                Phase.OFF,
                offered,
                Set.of(),
                Set.of(),
                Optional.empty(),
                Instant.now(),
                requests,
                "",
                Optional.empty());
    }

    private ListenState now(
            Phase next, Optional<JsonNode> acknowledged, String why, Optional<Instant> when) {
        return new ListenState(
                next, offered, lists, resources, acknowledged, Instant.now(), requests, why, when);
    }
}
