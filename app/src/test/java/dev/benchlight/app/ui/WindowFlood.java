package dev.benchlight.app.ui;

import dev.benchlight.app.bench.FloodServer;
import dev.benchlight.app.bench.FxHeartbeat;
import dev.benchlight.app.bench.Memory;
import dev.benchlight.app.connections.McpConnection;
import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.mcp.Await;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.wire.ServerConfig;

import javafx.stage.Stage;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/// The program of a benchmark: the whole window, connected to a server that floods it. Prints what
/// became of that as one line of JSON.
public final class WindowFlood {
    private WindowFlood() {}

    /// @param arguments the workspace folder and the data folder
    public static void main(String[] arguments) throws Exception {
        FxHeartbeat heart = new FxHeartbeat();
        WindowProgram program =
                new WindowProgram(
                        Path.of(arguments[0]), Path.of(arguments[1]), Map.copyOf(System.getenv()));
        heart.on(() -> {
            program.show(new Stage(), null);
            return 0;
        });
        McpConnection flood = program.connections().add(entry());
        flood.connect();
        Await.until("listed", () -> flood.snapshot().catalogue().asked());
        McpSession session = flood.session().orElseThrow();
        heart.awaitFrames(20);
        heart.reset();
        long start = System.nanoTime();
        session.callTool("flood", JsonNodeFactory.instance.objectNode(), CallOptions.DEFAULT)
                .await();
        heart.awaitFrames(20);
        FxHeartbeat.Gaps gaps = heart.gaps();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.println(
                JsonMapper.shared()
                        .createObjectNode()
                        .put("gapMs", gaps.clockMs())
                        .put("gapCpuMs", gaps.cpuMs())
                        .put("peakMb", Memory.peakResidentMb())
                        .put("seconds", seconds)
                        .put("recorded", recorded(Path.of(arguments[1]))));
        System.exit(0);
    }

    /// How many of the messages the trace store holds once it has written them all; it is given
    /// time as long as it goes on.
    private static long recorded(Path data) throws SQLException, InterruptedException {
        long before = -1;
        long now = 0;
        while (now > before && now < FloodServer.MESSAGES) {
            Thread.sleep(2_000);
            before = now;
            now = rows(data);
        }
        return now;
    }

    private static long rows(Path data) throws SQLException {
        try (Connection store =
                        DriverManager.getConnection("jdbc:sqlite:" + data.resolve("traces.db"));
                Statement statement = store.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT count(*) FROM span WHERE method = 'notifications/message'"
                                        + " AND frames > 0")) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private static ServerEntry entry() {
        List<String> command = FloodServer.command();
        return new ServerEntry(
                new ServerConfig.Stdio(
                        "flood",
                        command.getFirst(),
                        command.subList(1, command.size()),
                        Map.of(),
                        null),
                null,
                ServerEntry.Origin.BUILT_IN);
    }
}
