package dev.benchlight.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.wire.ServerConfig;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// What a server's file says of certificates, a proxy and authorisation.
class AccessReaderTest {
    private static final String HEAD = "version: 1\nurl: https://mcp.test/mcp\n";

    @TempDir private Path folder;

    @Test
    void allOfItIsReadAndWrittenBackTheSame() throws Exception {
        ServerConfig.Http read =
                http(
                        """
                        ca: certs/ca.pem
                        clientCertificate: us.p12
                        clientKeyPassphrase: "${secret:us}"
                        proxy: http://proxy.test:3128
                        auth:
                          type: oauth
                          clientId: abc
                          clientSecret: "${secret:abc}"
                          issuer: https://login.test
                          redirect: http://127.0.0.1:3334/callback
                          scopes: [read, write]
                        """);
        assertThat(read.access().auth()).containsEntry("scopes", "read write");
        Path file = folder.resolve("again.yaml");
        String text = ServerText.yaml(read);
        assertThat(EntryReader.read("s", YamlTree.parse(file, text).json()).config())
                .isEqualTo(read);
        ServerConfig other = read.with(read.access().through(null).with(Map.of("type", "none")));
        String edited = ServerEdit.apply(file, text + "# mine\n", other);
        assertThat(edited).contains("# mine", "type: none").doesNotContain("proxy", "clientId");
    }

    @Test
    void filesAreMeantFromTheWorkspaceAndBasicBecomesAHeaderWithTheSecretInIt() throws Exception {
        write(
                """
                ca: certs/ca.pem
                auth: { type: basic, username: me, password: "${secret:mine}" }
                """);
        Workspace workspace = Workspace.open(folder);
        ServerEntry entry = workspace.snapshot().servers().getFirst();
        Environment environment =
                workspace.environment(null, Map.of("BENCHLIGHT_SECRET_MINE", "p:w"));
        ServerConfig.Http visible = (ServerConfig.Http) environment.visible(entry);
        assertThat(visible.headers()).isEmpty();
        assertThat(AccessFields.of(visible.access()))
                .containsEntry("ca", folder.toRealPath().resolve("certs/ca.pem").toString())
                .containsEntry("auth.password", "${secret:mine}");
        ServerConfig.Http resolved = (ServerConfig.Http) environment.resolve(entry);
        assertThat(resolved.headers()).containsEntry("Authorization", "Basic bWU6cDp3");
        assertThat(SecretValues.in(resolved)).contains("p:w");
    }

    @Test
    void whatIsSaidOfTrustAndSigningInIsToBeApproved() throws Exception {
        ServerConfig plain = http("");
        assertThat(Fingerprint.isSensitive(plain)).isFalse();
        ServerConfig proxied = http("proxy: http://proxy.test:3128\n");
        assertThat(Fingerprint.isSensitive(proxied)).isTrue();
        assertThat(Fingerprint.ofParts(proxied)).containsKey("the proxy");
        assertThat(Fingerprint.of(proxied)).isNotEqualTo(Fingerprint.of(plain));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "auth: {type: magic}|auth has no type magic|3:14",
                "auth: {type: bearer}|auth of type bearer needs a token|3:7",
                "auth: {type: basic, username: a, pasword: b}|has no pasword|3:43",
                "auth: {type: oauth, issuer: http://login.test}|must be an https URL|3:29",
                "auth: {type: oauth, redirect: https://a.test/}|must be an http URL of|3:31",
                "auth: {type: private-key-jwt, clientId: a}|needs a key or keyFile|3:7",
                "auth: {type: bearer, token: {a: b}}|auth.token must be a text|3:29",
                "auth: {}|auth must name a type|3:7",
                "proxy: proxy|proxy must be none, or a URL|3:8",
                "certificate: abc|certificate must be a SHA-256 fingerprint|3:14",
                "clientKey: a.key|clientKey needs a clientCertificate|3:12"
            })
    void whatIsWrongIsToldWithItsPlace(String line, String message, String place)
            throws IOException {
        write(line + "\n");
        var workspace = Workspace.open(folder).snapshot();
        assertThat(workspace.servers()).isEmpty();
        assertThat(workspace.problems()).hasSize(1);
        assertThat(workspace.problems().getFirst().toString())
                .contains("s.yaml:" + place + ":", message);
    }

    @Test
    void otherClientsSettingsOfOAuthAreTaken() {
        for (String json :
                new String[] {
                    "{'oauth': {'clientId': 'a', 'scopes': ['x', 'y']}}",
                    "{'auth': {'CLIENT_ID': 'a', 'scopes': 'x y'}}"
                }) {
            String entry = json.replace('\'', '"').replaceFirst("\\{", "{\"url\":\"https://h/\",");
            ServerDraft draft = EntryReader.read("s", JsonMapper.shared().readTree(entry));
            assertThat(draft.config()).as(draft.remarks().toString()).isNotNull();
            assertThat(((ServerConfig.Http) draft.config()).access().auth())
                    .isEqualTo(Map.of("type", "oauth", "clientId", "a", "scopes", "x y"));
        }
    }

    @Test
    void aSecretThatStandsThereItselfIsRemarkedOnAndHidden() throws Exception {
        ServerDraft draft =
                EntryReader.read(
                        "s",
                        JsonMapper.shared()
                                .readTree(
                                        "{\"url\":\"https://h/\",\"auth\":{\"type\":\"basic\","
                                                + "\"username\":\"u\",\"password\":\"pw\"}}"));
        assertThat(draft.remarks()).anyMatch(r -> r.contains("auth.password holds a secret"));
        assertThat(AccessFields.shown("auth.password", "pw")).isEqualTo(ShownValue.HIDDEN);
        assertThat(AccessFields.shown("auth.password", "${secret:x}")).isEqualTo("${secret:x}");
    }

    private ServerConfig.Http http(String lines) throws Exception {
        Path file = folder.resolve("x.yaml");
        ServerDraft draft = EntryReader.read("s", YamlTree.parse(file, HEAD + lines).json());
        assertThat(draft.config()).as(draft.remarks().toString()).isNotNull();
        return (ServerConfig.Http) draft.config();
    }

    private void write(String lines) throws IOException {
        Files.createDirectories(folder.resolve("servers"));
        Files.writeString(folder.resolve("benchlight.yaml"), "version: 1\n");
        Files.writeString(folder.resolve("servers/s.yaml"), HEAD + lines);
    }
}
