package dev.benchlight.mcp.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import okhttp3.Dns;
import okhttp3.HttpUrl;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;

/// Fault T13: where a server may send us.
class TargetRulesTest {
    private static final Map<String, String> NAMES =
            Map.of(
                    "mcp.test", "93.184.216.34",
                    "auth.test", "93.184.216.35",
                    "inside.test", "10.0.0.7",
                    "rebound.test", "127.0.0.1",
                    "metadata.test", "169.254.169.254",
                    "2130706433", "127.0.0.1",
                    "localhost", "127.0.0.1",
                    "localhost.", "127.0.0.1");
    private static final Dns DNS =
            host -> {
                String address = NAMES.get(host);
                if (address == null) {
                    throw new UnknownHostException(host);
                }
                return List.of(InetAddress.getByName(address));
            };

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, LOOPBACK",
        "127.255.255.254, LOOPBACK",
        "::1, LOOPBACK",
        "::ffff:127.0.0.1, LOOPBACK",
        "::127.0.0.1, LOOPBACK",
        "64:ff9b::7f00:1, LOOPBACK",
        "2002:7f00:1::, LOOPBACK",
        "169.254.169.254, LINK",
        "::ffff:169.254.169.254, LINK",
        "64:ff9b::a9fe:a9fe, LINK",
        "fe80::1, LINK",
        "10.0.0.1, PRIVATE",
        "10.255.255.255, PRIVATE",
        "172.16.0.1, PRIVATE",
        "172.31.255.255, PRIVATE",
        "192.168.1.1, PRIVATE",
        "100.64.0.1, PRIVATE",
        "100.127.255.255, PRIVATE",
        "fc00::1, PRIVATE",
        "fdff::1, PRIVATE",
        "fec0::1, PRIVATE",
        "::ffff:10.0.0.1, PRIVATE",
        "64:ff9b::a00:1, PRIVATE",
        "2002:c0a8:101::1, PRIVATE",
        "0.0.0.0, RESERVED",
        "0.1.2.3, RESERVED",
        "192.0.0.1, RESERVED",
        "192.0.2.1, RESERVED",
        "198.18.0.1, RESERVED",
        "198.51.100.1, RESERVED",
        "203.0.113.1, RESERVED",
        "224.0.0.1, RESERVED",
        "255.255.255.255, RESERVED",
        "::, RESERVED",
        "ff02::1, RESERVED",
        "2001:db8::1, RESERVED",
        "2001::1, RESERVED",
        "8.8.8.8, PUBLIC",
        "172.32.0.1, PUBLIC",
        "100.128.0.1, PUBLIC",
        "192.169.0.1, PUBLIC",
        "::ffff:8.8.8.8, PUBLIC",
        "2606:4700::1111, PUBLIC",
        "64:ff9b::808:808, PUBLIC"
    })
    void anAddressIsOfAKind(String address, Reach reach) throws UnknownHostException {
        assertThat(Reach.of(InetAddress.getByName(address))).isEqualTo(reach);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://auth.test/",
                "http://127.0.0.1/",
                "https://127.0.0.1/",
                "https://localhost/",
                "https://localhost./",
                "https://app.localhost/",
                "https://[::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://169.254.169.254/latest",
                "https://192.168.0.1/",
                "https://user@auth.test/",
                "https://user:password@auth.test/",
                "file:///etc/passwd",
                "ftp://auth.test/",
                "javascript:alert(1)",
                "https://auth.test/a b",
                "https://auth.test/\n",
                "//auth.test/",
                ""
            })
    void aPublicServerMayNotPointThere(String url) {
        AuthFault fault =
                catchThrowableOfType(
                        AuthFault.class, () -> of("https://mcp.test/mcp").check("x", url));
        assertThat(fault.code()).isEqualTo("oauth-target-refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inside.test", "rebound.test", "metadata.test", "2130706433"})
    void aNameIsJudgedByTheAddressThatIsDialled(String name) throws Exception {
        TargetRules rules = of("https://mcp.test/mcp");
        rules.check("x", "https://" + name + "/");
        assertThatThrownBy(() -> rules.lookup(name))
                .isInstanceOf(TargetRules.RefusedException.class);
        assertThat(rules.lookup("auth.test")).hasSize(1);
    }

    @Test
    void aServerWithinMayPointWithinAndALocalOneAnywhereButToMetadataServices() throws Exception {
        TargetRules inside = of("https://inside.test/mcp");
        assertThat(inside.lookup("inside.test")).hasSize(1);
        inside.check("x", "https://192.168.0.1/");
        assertThatThrownBy(() -> inside.lookup("rebound.test")).hasMessageContaining("loopback");
        TargetRules local = of("http://localhost:3000/mcp");
        local.check("x", "http://127.0.0.1:9/");
        local.check("x", "http://[::1]:9/");
        local.check("x", "https://auth.test/");
        assertThat(local.lookup("inside.test")).hasSize(1);
        assertThatThrownBy(() -> local.lookup("metadata.test")).hasMessageContaining("link-local");
        assertThatThrownBy(() -> local.check("x", "http://auth.test/"))
                .hasMessageContaining("loopback only");
    }

    @Test
    void anotherOriginIsContactedOnlyWithConsent() throws Exception {
        TargetRules rules = new TargetRules(HttpUrl.get("https://mcp.test/mcp"), DNS, _ -> false);
        rules.check("x", "https://mcp.test/.well-known/x");
        assertThatThrownBy(() -> rules.check("x", "https://auth.test/"))
                .hasMessageContaining("was not allowed");
    }

    private static TargetRules of(String server) {
        return new TargetRules(HttpUrl.get(server), DNS, _ -> true);
    }
}
