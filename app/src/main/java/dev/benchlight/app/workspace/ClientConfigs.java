package dev.benchlight.app.workspace;

import tools.jackson.databind.JsonNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Finds the server entries of other MCP clients on this machine. Only reads.
public final class ClientConfigs {
    private final List<ClientPlaces.Place> places;

    private ClientConfigs(List<ClientPlaces.Place> places) {
        this.places = places;
    }

    /// Looks where clients keep their files.
    ///
    /// @param project the folder whose own client files are looked at too
    public static ClientConfigs of(Map<String, String> environment, Path project) {
        String system = System.getProperty("os.name", "");
        Path home = HomeFolder.of(environment, system);
        return new ClientConfigs(ClientPlaces.of(system, environment, home, project));
    }

    static ClientConfigs of(List<ClientPlaces.Place> places) {
        return new ClientConfigs(List.copyOf(places));
    }

    /// Reads all files there are; waits for the disk.
    public List<Found> find() {
        List<Found> found = new ArrayList<>();
        for (ClientPlaces.Place place : places) {
            if (!Files.exists(place.file())) {
                continue;
            }
            try {
                List<ServerDraft> drafts = ServerTrees.drafts(tree(place));
                if (!drafts.isEmpty()) {
                    found.add(new Found(place.client(), place.file(), drafts, List.of()));
                }
            } catch (BadFileException e) {
                found.add(new Found(place.client(), place.file(), List.of(), List.of(e.problem())));
            }
        }
        return found;
    }

    /// The user's own files may be links to wherever they are kept; those of a project come from
    /// anybody.
    private static JsonNode tree(ClientPlaces.Place place) throws BadFileException {
        Path project = place.project();
        return project == null ? TextFile.tree(place.file()) : TextFile.tree(place.file(), project);
    }

    /// What one file of one client holds.
    public record Found(
            String client, Path file, List<ServerDraft> drafts, List<FileProblem> problems) {}
}
