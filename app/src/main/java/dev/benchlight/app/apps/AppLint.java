package dev.benchlight.app.apps;

import dev.benchlight.mcp.Extensions;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what is wrong or unwise about a page and what it declares. Reads only; takes time in
/// proportion to the page.
public final class AppLint {
    /// A larger page is not opened, and few hosts will show it.
    public static final int LARGEST = 5 << 20;

    private static final int LARGE = 1 << 20;
    private static final int MOST = 20;
    private static final Set<String> LISTS =
            Set.of("connectDomains", "resourceDomains", "frameDomains", "baseUriDomains");
    private static final Set<String> PERMISSIONS =
            Set.of("camera", "microphone", "geolocation", "clipboardWrite");
    private static final Pattern EVAL =
            Pattern.compile("\\beval\\s{0,9}\\(|new\\s{1,9}Function\\b");
    private static final Pattern INLINE =
            Pattern.compile("<script(?![^>]{0,500}\\ssrc\\s{0,9}=)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOADED =
            Pattern.compile(
                    "\\b(?:src|href)\\s{0,9}=\\s{0,9}[\"']?(?:https?:)?//([a-z0-9.-]{1,253})",
                    Pattern.CASE_INSENSITIVE);

    private final AppPage page;
    private final List<AppFinding> findings = new ArrayList<>();

    private AppLint(AppPage page) {
        this.page = page;
    }

    public static List<AppFinding> of(AppPage page) {
        AppLint lint = new AppLint(page);
        lint.identity();
        lint.policy();
        lint.permissions();
        lint.content();
        return List.copyOf(lint.findings);
    }

    private void found(String code, String message) {
        if (findings.size() < MOST) {
            findings.add(new AppFinding(code, message));
        }
    }

    private void identity() {
        if (!page.uri().startsWith(AppPage.SCHEME)) {
            found("app-scheme", "the URI of an app begins with ui://, and not as " + page.uri());
        }
        if (!page.hasAppType()) {
            String said = page.mimeType().isEmpty() ? "none" : page.mimeType();
            found("app-type", "the type must be " + Extensions.APP_TYPE + ", and is " + said);
        }
        JsonNode border = page.ui().path("prefersBorder");
        if (!border.isMissingNode() && !border.isBoolean()) {
            found("app-border", "prefersBorder is not a boolean: " + border);
        }
    }

    private void policy() {
        JsonNode csp = page.ui().path("csp");
        if (csp.isMissingNode()) {
            found("app-no-csp", "no csp is declared, so hosts let the page reach nothing");
            return;
        }
        if (!csp.isObject()) {
            found("app-bad-csp", "csp is not an object");
            return;
        }
        for (Map.Entry<String, JsonNode> list : csp.properties()) {
            String name = list.getKey();
            if (!LISTS.contains(name)) {
                found("app-bad-csp", "csp has no member " + name);
            } else if (!list.getValue().isArray()) {
                found("app-bad-csp", name + " is not an array");
            } else {
                list.getValue().forEach(origin -> origin(name, origin));
            }
        }
    }

    private void origin(String list, JsonNode json) {
        String origin = json.asString("");
        String lower = origin.toLowerCase(Locale.ROOT);
        if (!AppPolicy.isOrigin(origin)) {
            found("app-bad-source", list + " has what is no origin, left out: " + json);
        } else if (lower.startsWith("http:") || lower.startsWith("ws:")) {
            found("app-plain-http", list + " allows an origin without TLS: " + origin);
        }
        if (origin.contains("*")) {
            found("app-wildcard", list + " allows more than one origin: " + origin);
        }
    }

    private void permissions() {
        JsonNode permissions = page.ui().path("permissions");
        if (!permissions.isMissingNode() && !permissions.isObject()) {
            found("app-permission", "permissions is not an object");
        }
        for (String name : permissions.propertyNames()) {
            found(
                    "app-permission",
                    PERMISSIONS.contains(name)
                            ? "asks for " + name + ", which a host need not grant"
                            : "asks for " + name + ", which no host knows");
        }
    }

    private void content() {
        String html = page.html();
        if (html.isBlank()) {
            found("app-empty", "there is no page in text or blob that can be read");
            return;
        }
        if (html.length() > LARGE) {
            found("app-large", "the page has %,d characters".formatted(html.length()));
        }
        if (EVAL.matcher(html).find()) {
            found("app-eval", "scripts use eval or Function, which the policy of hosts refuses");
        }
        long inline = INLINE.matcher(html).results().limit(1_000).count();
        if (inline > 0) {
            found(
                    "app-inline",
                    "the page has inline scripts ("
                            + inline
                            + "), which cannot be told from injected ones");
        }
        loaded(html);
    }

    /// What the page loads from where its policy does not let it.
    private void loaded(String html) {
        Set<String> allowed = new TreeSet<>();
        for (String origin : AppPolicy.of(page.ui()).reached()) {
            allowed.add(host(origin));
        }
        Set<String> told = new TreeSet<>();
        Matcher matcher = LOADED.matcher(html);
        while (matcher.find() && told.size() < MOST) {
            String host = matcher.group(1).toLowerCase(Locale.ROOT);
            if (allowed.stream().noneMatch(one -> covers(one, host)) && told.add(host)) {
                found(
                        "app-not-allowed",
                        "the page refers to " + host + ", which its csp does not name");
            }
        }
    }

    private static String host(String origin) {
        String star = origin.contains("://*.") ? "*." : "";
        String host = URI.create(origin.replace("://*.", "://")).getHost();
        return star + (host == null ? "" : host.toLowerCase(Locale.ROOT));
    }

    private static boolean covers(String allowed, String host) {
        return allowed.startsWith("*.")
                ? host.endsWith(allowed.substring(1))
                : allowed.equals(host);
    }
}
