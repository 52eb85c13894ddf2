package dev.benchlight.app.apps;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a page may load and contact: what it declares, where that is sound, and else nothing ("Host
/// Behavior").
///
/// @param connect origins for requests of its scripts
/// @param resources origins of scripts, styles, images, fonts and media
/// @param frames origins of frames in it
/// @param bases origins for its base address
public record AppPolicy(
        List<String> connect, List<String> resources, List<String> frames, List<String> bases) {
    private static final int MOST = 50;
    private static final int LONGEST = 300;
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern ORIGIN =
            Pattern.compile(
                    "(?:https?|wss?)://(?:\\*\\.)?"
                            + LABEL
                            + "(?:\\."
                            + LABEL
                            + "){0,40}(?::[0-9]{1,5})?/?",
                    Pattern.CASE_INSENSITIVE);

    public AppPolicy {
        connect = List.copyOf(connect);
        resources = List.copyOf(resources);
        frames = List.copyOf(frames);
        bases = List.copyOf(bases);
    }

    /// @param ui the `_meta.ui` of a page
    public static AppPolicy of(JsonNode ui) {
        JsonNode csp = ui.path("csp");
        return new AppPolicy(
                sound(csp.path("connectDomains")),
                sound(csp.path("resourceDomains")),
                sound(csp.path("frameDomains")),
                sound(csp.path("baseUriDomains")));
    }

    private static List<String> sound(JsonNode domains) {
        return domains.isArray()
                ? domains.valueStream()
                        .flatMap(one -> one.stringValueOpt().stream())
                        .filter(AppPolicy::isOrigin)
                        .limit(MOST)
                        .toList()
                : List.of();
    }

    /// Whether a text is one origin, perhaps of all subdomains, and nothing more.
    static boolean isOrigin(String text) {
        return text.length() <= LONGEST && ORIGIN.matcher(text).matches();
    }

    /// All that it may reach, each once.
    public List<String> reached() {
        return List.copyOf(
                new TreeSet<>(
                        Stream.of(connect, resources, frames, bases)
                                .flatMap(List::stream)
                                .toList()));
    }

    /// The directives, in the form of the header.
    public List<String> directives() {
        List<String> all = new ArrayList<>();
        all.add("default-src 'none'");
        all.add(directive("script-src 'unsafe-inline'", resources));
        all.add(directive("style-src 'unsafe-inline'", resources));
        all.add(directive("img-src data:", resources));
        all.add(directive("media-src data:", resources));
        all.add(resources.isEmpty() ? "font-src 'none'" : directive("font-src", resources));
        all.add(connect.isEmpty() ? "connect-src 'none'" : directive("connect-src", connect));
        all.add(frames.isEmpty() ? "frame-src 'none'" : directive("frame-src", frames));
        all.add(bases.isEmpty() ? "base-uri 'none'" : directive("base-uri", bases));
        all.add("form-action 'none'");
        all.add("object-src 'none'");
        all.add("webrtc 'block'");
        return all;
    }

    private static String directive(String head, List<String> origins) {
        return origins.isEmpty() ? head : head + " " + String.join(" ", origins);
    }
}
