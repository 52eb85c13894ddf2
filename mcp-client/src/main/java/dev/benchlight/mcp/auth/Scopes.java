package dev.benchlight.mcp.auth;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Which scopes to ask for ("Scope Selection Strategy", "Step-Up Authorization Flow").
final class Scopes {
    private static final String OFFLINE = "offline_access";

    private Scopes() {}

    /// The challenge's, else all that the server's metadata names, else none; with `offline_access`
    /// where the issuer advertises it; and always with those asked for before.
    static List<String> select(
            @Nullable Challenge challenge, AuthDiscovery.Found found, List<String> before) {
        Set<String> scopes = new LinkedHashSet<>(before);
        String named = challenge == null ? null : challenge.scope();
        ResourceMetadata resource = found.resource();
        if (named != null) {
            scopes.addAll(split(named));
        } else if (before.isEmpty() && resource != null) {
            List<String> supported = resource.scopesSupported();
            scopes.addAll(supported == null ? List.of() : supported);
        }
        if (!scopes.isEmpty() && found.issuer().scopesSupported().contains(OFFLINE)) {
            scopes.add(OFFLINE);
        }
        return new ArrayList<>(scopes);
    }

    /// Those the user set beside the others.
    static List<String> with(List<String> set, List<String> others) {
        Set<String> scopes = new LinkedHashSet<>(others);
        scopes.addAll(set);
        return new ArrayList<>(scopes);
    }

    static List<String> split(String scopes) {
        return List.of(scopes.strip().split("\\s+")).stream()
                .filter(scope -> !scope.isEmpty())
                .toList();
    }
}
