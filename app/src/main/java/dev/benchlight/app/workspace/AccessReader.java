package dev.benchlight.app.workspace;

import dev.benchlight.mcp.wire.HttpAccess;

import okhttp3.HttpUrl;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads what a server's entry says of certificates, its proxy and authorisation, in our spelling
/// and in those of other clients.
final class AccessReader {
    private static final Pattern FINGERPRINT = Pattern.compile("(\\p{XDigit}{2}:?){32}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.-]+");

    /// What each type of `auth` must and may hold.
    private static final Map<String, Form> FORMS =
            Map.of(
                    "none", new Form(List.of(), Set.of()),
                    "bearer", new Form(List.of("token"), Set.of()),
                    "basic", new Form(List.of("username", "password"), Set.of()),
                    "apiKey", new Form(List.of("header", "key"), Set.of()),
                    "oauth",
                            new Form(
                                    List.of(),
                                    Set.of(
                                            "clientId",
                                            "clientSecret",
                                            "issuer",
                                            "clientMetadata",
                                            "redirect",
                                            "scopes")),
                    "client-credentials",
                            new Form(List.of("clientId", "clientSecret"), Set.of("scopes")),
                    "private-key-jwt",
                            new Form(
                                    List.of("clientId"),
                                    Set.of("key", "keyFile", "algorithm", "keyId", "scopes")),
                    "workload-identity",
                            new Form(List.of("clientId"), Set.of("token", "tokenFile", "scopes")),
                    "enterprise-managed",
                            new Form(
                                    List.of(
                                            "clientId",
                                            "providerTokenEndpoint",
                                            "providerClientId",
                                            "idToken"),
                                    Set.of("clientSecret", "scopes")));

    /// As other clients write the settings of OAuth.
    private static final Map<String, String> OTHER_NAMES =
            Map.of(
                    "CLIENT_ID", "clientId",
                    "CLIENT_SECRET", "clientSecret",
                    "client_id", "clientId",
                    "client_secret", "clientSecret",
                    "redirectUri", "redirect",
                    "scope", "scopes");

    private final JsonNode json;
    private final List<String> remarks;
    private final Map<String, String> fields = new LinkedHashMap<>();

    private record Form(List<String> needed, Set<String> others) {}

    /// What cannot be used, and where it stands, such as `auth.token`.
    @SuppressWarnings("serial")
    static final class WrongException extends Exception {
        private final String key;

        WrongException(String key, String message) {
            super(message);
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    private AccessReader(JsonNode json, List<String> remarks) {
        this.json = json;
        this.remarks = remarks;
    }

    /// The settings, by the names of [AccessFields].
    static Map<String, String> read(JsonNode json, List<String> remarks) throws WrongException {
        AccessReader reader = new AccessReader(json, remarks);
        reader.plain();
        reader.auth();
        return reader.fields;
    }

    private void plain() throws WrongException {
        for (String name : AccessFields.PLAIN) {
            String value = text(name, json.path(name)).strip();
            if (!value.isEmpty()) {
                put(name, value);
            }
        }
        String certificate = fields.getOrDefault(AccessFields.CERTIFICATE, "");
        if (!certificate.isEmpty() && !FINGERPRINT.matcher(certificate).matches()) {
            throw new WrongException(
                    AccessFields.CERTIFICATE,
                    "certificate must be a SHA-256 fingerprint: 64 hexadecimal digits.");
        }
        String proxy = fields.getOrDefault(AccessFields.PROXY, HttpAccess.NO_PROXY);
        if (!proxy.equals(HttpAccess.NO_PROXY) && !isUrl(proxy)) {
            throw new WrongException(
                    AccessFields.PROXY,
                    "proxy must be none, or a URL such as http://proxy.example.com:3128.");
        }
        boolean keyAlone =
                fields.containsKey(AccessFields.CLIENT_KEY)
                        && !fields.containsKey(AccessFields.CLIENT_CERTIFICATE);
        if (keyAlone) {
            throw new WrongException(
                    AccessFields.CLIENT_KEY, "clientKey needs a clientCertificate.");
        }
    }

    private void auth() throws WrongException {
        JsonNode auth = json.path("auth");
        JsonNode oauth = json.path("oauth");
        if (auth.isString()) {
            settings(auth.asString(), JsonNodeFactory.instance.objectNode());
        } else if (auth.has("type")) {
            settings(text("auth.type", auth.path("type")), auth);
        } else if (oauth.isObject()) {
            settings("oauth", known(oauth));
        } else if (auth.isObject() && !known(auth).isEmpty()) {
            settings("oauth", known(auth));
        } else if (!auth.isMissingNode() && !auth.isNull()) {
            throw new WrongException("auth", "auth must name a type: " + types() + ".");
        }
    }

    /// Of the settings of another client those that are ours too.
    private JsonNode known(JsonNode other) {
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        Set<String> names = FORMS.getOrDefault("oauth", new Form(List.of(), Set.of())).others();
        other.forEachEntry((name, value) -> {
            String ours = OTHER_NAMES.getOrDefault(name, name);
            if (names.contains(ours)) {
                known.set(ours, value);
            } else {
                remarks.add("Not used: oauth " + PlainWord.of(name) + ".");
            }
        });
        return known;
    }

    private static String types() {
        return FORMS.keySet().stream().sorted().collect(Collectors.joining(", "));
    }

    private void settings(String type, JsonNode auth) throws WrongException {
        Form form = FORMS.get(type);
        if (form == null) {
            throw new WrongException(
                    "auth.type",
                    "auth has no type " + PlainWord.of(type) + "; there is " + types() + ".");
        }
        fields.put("auth.type", type);
        for (Map.Entry<String, JsonNode> entry : auth.properties()) {
            String name = entry.getKey();
            if (!name.equals("type")) {
                if (!form.needed().contains(name) && !form.others().contains(name)) {
                    throw new WrongException(
                            "auth." + name,
                            "auth of type " + type + " has no " + PlainWord.of(name) + ".");
                }
                put("auth." + name, text("auth." + name, entry.getValue()));
            }
        }
        for (String name : form.needed()) {
            if (fields.getOrDefault("auth." + name, "").isBlank()) {
                throw new WrongException("auth", "auth of type " + type + " needs a " + name + ".");
            }
        }
        check(type);
    }

    private void check(String type) throws WrongException {
        boolean neither =
                (type.equals("private-key-jwt") && !has("key") && !has("keyFile"))
                        || (type.equals("workload-identity") && !has("token") && !has("tokenFile"));
        if (neither) {
            String what = type.equals("private-key-jwt") ? "key" : "token";
            throw new WrongException(
                    "auth", "auth of type " + type + " needs a " + what + " or " + what + "File.");
        }
        checkUrl("issuer", false);
        checkUrl("clientMetadata", false);
        checkUrl("providerTokenEndpoint", false);
        checkUrl("redirect", true);
        String header = fields.getOrDefault("auth.header", "X");
        if (!WORD.matcher(header).matches()) {
            throw new WrongException("auth.header", "auth.header must be the name of a header.");
        }
    }

    private void checkUrl(String name, boolean loopback) throws WrongException {
        String value = fields.getOrDefault("auth." + name, "${");
        HttpUrl url = HttpUrl.parse(value);
        if (value.contains("${")) {
            return;
        }
        boolean local = url != null && url.host().matches("localhost|127\\.0\\.0\\.1|::1");
        boolean right =
                url != null
                        && url.username().isEmpty()
                        && (loopback ? local && !url.isHttps() : url.isHttps() || local);
        if (!right) {
            throw new WrongException(
                    "auth." + name,
                    "auth."
                            + name
                            + (loopback
                                    ? " must be an http URL of 127.0.0.1 or localhost."
                                    : " must be an https URL."));
        }
    }

    private boolean has(String name) {
        return fields.containsKey("auth." + name);
    }

    private void put(String name, String value) {
        fields.put(name, value);
        if (AccessFields.isSecret(name) && !value.contains("${")) {
            remarks.add(name + " holds a secret; write ${secret:NAME} instead of it.");
        }
    }

    private static boolean isUrl(String text) {
        return text.contains("${") || HttpUrl.parse(text) != null;
    }

    /// A text; a list of words counts as one with spaces between.
    private static String text(String key, JsonNode value) throws WrongException {
        if (value.isArray() && key.equals("auth.scopes")) {
            return value.valueStream().map(n -> n.asString("")).collect(Collectors.joining(" "));
        }
        if (value.isContainer()) {
            throw new WrongException(key, key + " must be a text.");
        }
        return value.asString("");
    }
}
