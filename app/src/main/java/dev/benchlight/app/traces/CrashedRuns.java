package dev.benchlight.app.traces;

import dev.benchlight.mcp.wire.ProcessMark;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Marks spans whose program ended before they did. The earliest files have `born` as a number of
/// milliseconds, and the column declared as a number, which takes any text all the same: such a run
/// counts as over.
final class CrashedRuns {
    private CrashedRuns() {}

    static void mark(Database database) throws SQLException {
        Database.Link link = database.writer();
        for (String run : over(link, database.run())) {
            try (var update =
                    link.connection()
                            .prepareStatement(
                                    "UPDATE span SET status = 'INTERRUPTED', summary ="
                                            + " 'Benchlight ended before this did.'"
                                            + " WHERE run = ? AND status IS NULL")) {
                update.setString(1, run);
                update.executeUpdate();
            }
        }
    }

    private static List<String> over(Database.Link link, String own) throws SQLException {
        List<String> runs = new ArrayList<>();
        try (Statement statement = link.connection().createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT id, pid, born, ended FROM run WHERE id IN"
                                        + " (SELECT run FROM span WHERE status IS NULL)")) {
            while (rows.next()) {
                boolean ended = rows.getLong(4) != 0;
                if (!own.equals(rows.getString(1))
                        && (ended || !alive(rows.getLong(2), rows.getString(3)))) {
                    runs.add(rows.getString(1));
                }
            }
        }
        return runs;
    }

    private static boolean alive(long pid, String born) {
        return new ProcessMark(pid, born, "").find().isPresent();
    }
}
