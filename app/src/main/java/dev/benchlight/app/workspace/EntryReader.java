package dev.benchlight.app.workspace;

import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.http.HostNames;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Reads one server entry in the spellings of the known clients. Nothing is dropped silently: what
/// is not used becomes a remark.
public final class EntryReader {
    private static final Set<String> KNOWN =
            Set.of(
                    "version",
                    "name",
                    "command",
                    "args",
                    "arguments",
                    "env",
                    "cwd",
                    "directory",
                    "url",
                    "serverUrl",
                    "httpUrl",
                    "type",
                    "transport",
                    "headers",
                    "http_headers",
                    "env_http_headers",
                    "bearer_token_env_var",
                    "auth",
                    "oauth",
                    "certificate",
                    "ca",
                    "clientCertificate",
                    "clientKey",
                    "clientKeyPassphrase",
                    "proxy",
                    "disabled",
                    "enabled",
                    "source",
                    "requestOptions");

    private static final int LARGEST = 100_000;

    private final List<String> remarks = new ArrayList<>();
    private final String name;
    private final JsonNode json;
    private @Nullable String wrong;

    private EntryReader(String name, JsonNode json) {
        this.name = name;
        this.json = json;
    }

    /// Reads an entry; never fails.
    public static ServerDraft read(String name, JsonNode json) {
        return new EntryReader(name, json).read();
    }

    private ServerDraft read() {
        if (!json.isObject()) {
            remarks.add("The entry is not an object with a command or a url.");
            return new ServerDraft(name, null, remarks, false);
        }
        ServerConfig config = json.has("command") ? stdio() : http();
        if (config != null && size(config) > LARGEST) {
            remarks.add("The entry is larger than anyone can look through before approving it.");
            config = null;
        }
        if (config != null) {
            OtherReference.remark(remarks, config);
        }
        unusedKeys();
        boolean disabled =
                json.path("disabled").asBoolean(false) || !json.path("enabled").asBoolean(true);
        return new ServerDraft(name, config, remarks, disabled, wrong);
    }

    /// Of all that is shown to whoever approves it, in characters and ten for each line.
    private static long size(ServerConfig config) {
        Stream<String> texts =
                switch (config) {
                    case ServerConfig.Stdio stdio ->
                            Stream.of(
                                            Stream.of(stdio.command()),
                                            stdio.arguments().stream(),
                                            stdio.environment().keySet().stream(),
                                            stdio.environment().values().stream())
                                    .flatMap(part -> part);
                    case ServerConfig.Http http ->
                            Stream.of(
                                            Stream.of(http.url().toString()),
                                            http.headers().keySet().stream(),
                                            http.headers().values().stream(),
                                            AccessFields.of(http.access()).values().stream())
                                    .flatMap(part -> part);
                };
        return texts.mapToLong(text -> text.length() + 10L).sum();
    }

    private @Nullable ServerConfig stdio() {
        JsonNode command = json.path("command");
        // Zed's older form: command: {path, args, env}.
        JsonNode holder = command.isObject() ? command : json;
        List<String> words = new ArrayList<>();
        if (command.isObject()) {
            words.add(text(command.path("path")));
        } else if (command.isArray()) {
            command.valueStream().map(this::text).forEach(words::add);
        } else {
            words.add(text(command));
        }
        if (words.isEmpty() || words.getFirst().isBlank()) {
            remarks.add("The command is empty.");
            return null;
        }
        JsonNode arguments = holder.has("args") ? holder.path("args") : holder.path("arguments");
        if (arguments.isArray()) {
            arguments.valueStream().map(this::text).forEach(words::add);
        } else if (!arguments.isMissingNode() && !arguments.isNull()) {
            remarks.add("args must be a list; it is " + kind(arguments) + ".");
            return null;
        }
        if (json.has("url")) {
            remarks.add("The url is not used, because there is a command.");
        }
        LiteralKey.remark(remarks, words.subList(1, words.size()));
        String folder = json.path("cwd").asString(json.path("directory").asString(""));
        try {
            return new ServerConfig.Stdio(
                    name,
                    words.getFirst(),
                    words.subList(1, words.size()),
                    map(holder.path("env"), "env"),
                    folder.isBlank() ? null : Path.of(folder));
        } catch (InvalidPathException _) {
            // It must not run in another folder than the one it names.
            remarks.add("cwd is not a path on this system: " + folder);
            return null;
        }
    }

    private @Nullable ServerConfig http() {
        String url = "";
        for (String key : List.of("url", "serverUrl", "httpUrl")) {
            url = url.isBlank() ? json.path(key).asString("") : url;
        }
        if (url.isBlank()) {
            remarks.add("The entry has neither a command nor a url.");
            return null;
        }
        try {
            URI target = url(url);
            remarkHost(remarks, target);
            Map<String, String> access = AccessReader.read(json, remarks);
            Map<String, String> headers = headers(access);
            return new ServerConfig.Http(
                    name,
                    target,
                    headers,
                    AccessFields.access(
                            transport(
                                    json.path("type")
                                            .asString(json.path("transport").asString(""))),
                            access));
        } catch (AccessReader.WrongException e) {
            wrong = e.key();
            remarks.add(String.valueOf(e.getMessage()));
            return null;
        } catch (URISyntaxException e) {
            remarks.add("The url is not valid: " + e.getReason() + ".");
            return null;
        }
    }

    /// The transport that an entry asks for. Other clients write `http` also where a server has
    /// only the older one, so that leaves it open.
    static ServerConfig.Transport transport(String type) {
        return type.toLowerCase(Locale.ROOT).equals("sse")
                ? ServerConfig.Transport.SSE
                : ServerConfig.Transport.AUTO;
    }

    /// That a host is asked for under another name than it is spelled.
    static void remarkHost(List<String> remarks, URI url) {
        String host = url.getHost() == null ? "" : url.getHost();
        if (!HostNames.shown(host).equals(host)) {
            remarks.add("The host is asked for as " + HostNames.shown(host) + ".");
        }
    }

    /// A URL as written, its host in ASCII; the braces of `${…}` are escaped, since a [URI] cannot
    /// hold them.
    static URI url(String text) throws URISyntaxException {
        String trimmed = text.strip();
        URI url = HostNames.ascii(new URI(trimmed.replace("${", "$%7B").replace("}", "%7D")));
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https") && !trimmed.startsWith("${")) {
            throw new URISyntaxException(trimmed, "it must start with http:// or https://");
        }
        if (url.getRawAuthority() == null && !trimmed.startsWith("${")) {
            throw new URISyntaxException(trimmed, "it names no host");
        }
        if (url.getRawUserInfo() != null) {
            throw new URISyntaxException(
                    trimmed, "it holds a user name or password; send them as a header");
        }
        return url;
    }

    /// A URL as [#url(String)] took it, references in braces again.
    public static String written(URI url) {
        String text = url.toString();
        return text.contains("$%7B") ? text.replace("$%7B", "${").replace("%7D", "}") : text;
    }

    /// @param access of which those of `auth` that are but a header are taken out
    private Map<String, String> headers(Map<String, String> access) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.putAll(map(json.path("headers"), "headers"));
        headers.putAll(map(json.path("http_headers"), "http_headers"));
        headers.putAll(map(json.path("requestOptions").path("headers"), "headers"));
        map(json.path("env_http_headers"), "env_http_headers")
                .forEach((header, variable) -> headers.put(header, "${env:" + variable + "}"));
        String variable = json.path("bearer_token_env_var").asString("");
        if (!variable.isBlank()) {
            headers.put("Authorization", "Bearer ${env:" + variable + "}");
        }
        String type = access.getOrDefault("auth.type", "");
        if (type.equals("bearer")) {
            headers.put("Authorization", "Bearer " + access.get("auth.token"));
        } else if (type.equals("apiKey")) {
            headers.put(
                    access.getOrDefault("auth.header", ""), access.getOrDefault("auth.key", ""));
        }
        if (type.equals("bearer") || type.equals("apiKey")) {
            access.keySet().removeIf(key -> key.startsWith(AccessFields.AUTH));
        }
        return distinct(headers);
    }

    /// Names of headers have no case. Only one of a name is sent, so only that one is kept, and
    /// shown to whoever approves it.
    private Map<String, String> distinct(Map<String, String> headers) {
        Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.keySet()
                .forEach(name -> {
                    names.remove(name);
                    names.put(name, name);
                });
        Map<String, String> kept = new LinkedHashMap<>();
        headers.forEach((name, value) -> {
            String last = names.getOrDefault(name, name);
            if (last.equals(name)) {
                kept.put(name, value);
            } else {
                remarks.add(
                        "The header "
                                + name
                                + " stands there again as "
                                + last
                                + ", which is the one that is used.");
            }
        });
        return kept;
    }

    private Map<String, String> map(JsonNode object, String key) {
        Map<String, String> values = new LinkedHashMap<>();
        if (!object.isObject()) {
            if (!object.isMissingNode() && !object.isNull()) {
                remarks.add(key + " is not used: it must be names with values.");
            }
            return values;
        }
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            values.put(entry.getKey(), text(entry.getValue()));
            LiteralKey.remark(remarks, entry.getKey(), text(entry.getValue()));
        }
        return values;
    }

    /// A value as text: a number or `true` counts as written.
    private String text(JsonNode value) {
        return value.isContainer() ? value.toString() : value.asString("");
    }

    private static String kind(JsonNode node) {
        return node.getNodeType().toString().toLowerCase(Locale.ROOT);
    }

    private void unusedKeys() {
        List<String> unused =
                json.propertyStream()
                        .map(Map.Entry::getKey)
                        .filter(key -> !KNOWN.contains(key))
                        .toList();
        if (!unused.isEmpty()) {
            remarks.add("Not used: " + PlainWord.list(unused) + ".");
        }
    }
}
