package dev.benchlight.app.workspace;

import java.util.List;
import java.util.Optional;

/// What a workspace's files say, as last read.
///
/// @param name from `benchlight.yaml`, else the folder's
/// @param servers in the order of their files; names are unique
/// @param gateways their names
/// @param environments their names
/// @param defaultEnvironment from `benchlight.yaml`, or an empty string
/// @param problems with files, which were left alone
public record WorkspaceSnapshot(
        String name,
        List<ServerEntry> servers,
        List<String> gateways,
        List<String> environments,
        String defaultEnvironment,
        List<FileProblem> problems) {
    public WorkspaceSnapshot {
        servers = List.copyOf(servers);
        gateways = List.copyOf(gateways);
        environments = List.copyOf(environments);
        problems = List.copyOf(problems);
    }

    public Optional<ServerEntry> server(String wanted) {
        return servers.stream().filter(entry -> entry.name().equals(wanted)).findFirst();
    }
}
