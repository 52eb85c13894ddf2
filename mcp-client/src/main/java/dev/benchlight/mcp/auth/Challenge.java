package dev.benchlight.mcp.auth;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One challenge of a `WWW-Authenticate` header (RFC 9110, 11.6.1).
///
/// @param scheme in lower case
/// @param parameters by their names in lower case; the first of each name counts
public record Challenge(String scheme, Map<String, String> parameters) {
    private static final int LONGEST = 16_384;
    private static final Pattern PART =
            Pattern.compile(
                    "\\G[\\s,]*(?:([!#$%&'*+.^_`|~0-9A-Za-z-]+)\\s*=\\s*"
                            + "(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s,\"]+))"
                            + "|([!#$%&'*+.^_`|~0-9A-Za-z-]+)(?=[\\s,]|$)(?:[ \\t]+"
                            + "([0-9A-Za-z._~+/-]+=*)(?=\\s*(?:,|$)))?)");

    public Challenge {
        parameters = Map.copyOf(parameters);
    }

    /// All challenges, as far as they can be read; malformed rests are left out.
    ///
    /// @param headers the values of all `WWW-Authenticate` headers
    public static List<Challenge> parse(List<String> headers) {
        List<Challenge> all = new ArrayList<>();
        for (String header : headers) {
            String text = header.length() > LONGEST ? header.substring(0, LONGEST) : header;
            String scheme = null;
            Map<String, String> parameters = new LinkedHashMap<>();
            Matcher part = PART.matcher(text);
            while (part.find()) {
                String name = part.group(4);
                if (name != null) {
                    if (scheme != null) {
                        all.add(new Challenge(scheme, parameters));
                    }
                    scheme = name.toLowerCase(Locale.ROOT);
                    parameters = new LinkedHashMap<>();
                } else if (scheme != null) {
                    parameters.putIfAbsent(part.group(1).toLowerCase(Locale.ROOT), value(part));
                }
            }
            if (scheme != null) {
                all.add(new Challenge(scheme, parameters));
            }
        }
        return List.copyOf(all);
    }

    /// The one that speaks of OAuth tokens: the first `Bearer`, else the first `DPoP`.
    public static Optional<Challenge> ofTokens(List<String> headers) {
        List<Challenge> all = parse(headers);
        return all.stream()
                .filter(challenge -> challenge.scheme.equals("bearer"))
                .findFirst()
                .or(() ->
                        all.stream()
                                .filter(challenge -> challenge.scheme.equals("dpop"))
                                .findFirst());
    }

    /// RFC 9728, 5.1.
    public @Nullable String resourceMetadata() {
        return parameters.get("resource_metadata");
    }

    public @Nullable String scope() {
        return parameters.get("scope");
    }

    public @Nullable String error() {
        return parameters.get("error");
    }

    private static String value(Matcher part) {
        String quoted = part.group(2);
        return quoted == null ? part.group(3) : quoted.replaceAll("\\\\(.)", "$1");
    }
}
