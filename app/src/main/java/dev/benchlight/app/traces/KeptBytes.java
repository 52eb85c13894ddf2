package dev.benchlight.app.traces;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Gives up the bytes of a connection's oldest frames while it has more than its share: large ones
/// first, so that requests stay whole beside large answers. The newest frame is always kept. Only
/// within a transaction of the writer's.
final class KeptBytes {
    /// Connections whose bytes are known without a look into the database.
    private static final int KNOWN = 1_000;

    /// Frames of this size and more go first.
    private static final long LARGE = 4 << 10;

    private static final String SUM =
            "SELECT ifnull(sum(length(bytes)), 0), max(number) FROM frame"
                    + " WHERE connection = ? AND run = ?";
    private static final String OLDEST =
            "SELECT seq, number, length(bytes) FROM frame WHERE connection = ? AND run = ?"
                    + " AND number > ? AND number < ? ORDER BY number LIMIT 1000";
    private static final String EMPTY = "UPDATE frame SET bytes = x'' WHERE seq = ?";

    private final String run;
    private final long most;
    private final Map<String, Share> shares = new LinkedHashMap<>(16, 0.75f, true);

    /// What one connection has, and how far it was looked through for large frames and for any.
    private static final class Share {
        private long bytes;
        private long newest;
        private long large;
        private long any;
    }

    private record Old(long seq, long number, long bytes) {}

    /// @param most bytes of one connection
    KeptBytes(String run, long most) {
        this.run = run;
        this.most = most;
    }

    /// Forgets what is known, after rows were deleted or did not come to be written.
    void clear() {
        shares.clear();
    }

    /// Hears of a frame before it is inserted.
    void add(Database.Link link, String connection, long number, long bytes) throws SQLException {
        Share share = shares.get(connection);
        if (share == null) {
            share = stored(link, connection);
            shares.put(connection, share);
        }
        share.bytes += bytes;
        share.newest = Math.max(share.newest, number);
    }

    private Share stored(Database.Link link, String connection) throws SQLException {
        PreparedStatement sum = link.prepared(SUM);
        sum.setString(1, connection);
        sum.setString(2, run);
        Share share = new Share();
        try (ResultSet row = sum.executeQuery()) {
            share.bytes = row.getLong(1);
            share.newest = row.getLong(2);
        }
        return share;
    }

    /// Brings every connection down to its share, after frames were inserted.
    void fit(Database.Link link) throws SQLException {
        for (var entry : shares.entrySet()) {
            Share share = entry.getValue();
            while (share.bytes > most && share.large < share.newest - 1) {
                share.large = empty(link, entry.getKey(), share, share.large, LARGE);
            }
            while (share.bytes > most && share.any < share.newest - 1) {
                share.any = empty(link, entry.getKey(), share, share.any, 1);
            }
        }
        while (shares.size() > KNOWN) {
            shares.remove(shares.keySet().iterator().next());
        }
    }

    /// @return how far it was looked
    private long empty(Database.Link link, String connection, Share share, long from, long least)
            throws SQLException {
        List<Old> oldest = oldest(link, connection, from, share, least);
        PreparedStatement empty = link.prepared(EMPTY);
        for (Old frame : oldest) {
            if (frame.bytes() >= least) {
                empty.setLong(1, frame.seq());
                empty.executeUpdate();
                share.bytes -= frame.bytes();
            }
        }
        return oldest.isEmpty() ? share.newest - 1 : oldest.getLast().number();
    }

    /// No more of them than have to go.
    private List<Old> oldest(
            Database.Link link, String connection, long from, Share share, long least)
            throws SQLException {
        PreparedStatement query = link.prepared(OLDEST);
        query.setString(1, connection);
        query.setString(2, run);
        query.setLong(3, from);
        query.setLong(4, share.newest);
        List<Old> frames = new ArrayList<>();
        long over = share.bytes - most;
        try (ResultSet rows = query.executeQuery()) {
            while (over > 0 && rows.next()) {
                Old frame = new Old(rows.getLong(1), rows.getLong(2), rows.getLong(3));
                over -= frame.bytes() >= least ? frame.bytes() : 0;
                frames.add(frame);
            }
        }
        return frames;
    }
}
