package dev.benchlight.app.workspace;

import dev.benchlight.mcp.wire.HttpAccess;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.TlsSettings;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The settings of [HttpAccess] by the names that they have in a server's file, so that all of them
/// are filled in, shown, compared and written alike. What stands within `auth` has that before it:
/// `auth.type`. The transport is none of them.
public final class AccessFields {
    static final String CERTIFICATE = "certificate";
    static final String CA = "ca";
    static final String CLIENT_CERTIFICATE = "clientCertificate";
    static final String CLIENT_KEY = "clientKey";
    static final String PASSPHRASE = "clientKeyPassphrase";
    static final String PROXY = "proxy";
    static final String AUTH = "auth.";

    /// Those that stand in a file by themselves.
    static final List<String> PLAIN =
            List.of(CERTIFICATE, CA, CLIENT_CERTIFICATE, CLIENT_KEY, PASSPHRASE, PROXY);

    private static final Set<String> FILES =
            Set.of(CA, CLIENT_CERTIFICATE, CLIENT_KEY, AUTH + "keyFile", AUTH + "tokenFile");

    private static final Set<String> SECRETS =
            Set.of(
                    PASSPHRASE,
                    AUTH + "token",
                    AUTH + "password",
                    AUTH + "clientSecret",
                    AUTH + "key",
                    AUTH + "idToken");

    private AccessFields() {}

    /// All that are set, in a fixed order.
    public static Map<String, String> of(HttpAccess access) {
        Map<String, String> fields = new LinkedHashMap<>();
        TlsSettings tls = access.tls();
        put(fields, CERTIFICATE, tls.certificate());
        put(fields, CA, tls.authorities());
        put(fields, CLIENT_CERTIFICATE, tls.clientCertificate());
        put(fields, CLIENT_KEY, tls.clientKey());
        put(fields, PASSPHRASE, tls.passphrase());
        put(fields, PROXY, access.proxy());
        access.auth().forEach((name, value) -> fields.put(AUTH + name, value));
        return fields;
    }

    /// A field as it is shown to whoever approves it: a secret that stands there itself is hidden.
    public static String shown(String name, String value) {
        return SECRETS.contains(name) && !value.contains("${") ? ShownValue.HIDDEN : value;
    }

    static HttpAccess access(ServerConfig.Transport transport, Map<String, String> fields) {
        Map<String, String> auth = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(AUTH)) {
                auth.put(name.substring(AUTH.length()), value);
            }
        });
        TlsSettings tls =
                new TlsSettings(
                        fields.get(CERTIFICATE),
                        fields.get(CA),
                        fields.get(CLIENT_CERTIFICATE),
                        fields.get(CLIENT_KEY),
                        fields.get(PASSPHRASE));
        return new HttpAccess(transport, tls, fields.get(PROXY), auth);
    }

    /// Whether it names a file, from the workspace's folder.
    static boolean isFile(String name) {
        return FILES.contains(name);
    }

    static boolean isSecret(String name) {
        return SECRETS.contains(name);
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
