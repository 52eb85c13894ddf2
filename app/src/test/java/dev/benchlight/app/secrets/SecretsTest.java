package dev.benchlight.app.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.benchlight.app.secrets.Secrets.Place;
import dev.benchlight.app.workspace.DataFolder;
import dev.benchlight.mcp.Await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Where secrets are kept, and what happens where they cannot be.
class SecretsTest {
    private static final String VALUE = "sk-live-SECRETSECRETSECRET1234";
    private static final Map<String, String> PASSPHRASE = Map.of(Secrets.PASSPHRASE, "correct");

    @TempDir private Path folder;
    private final FakeKeychain keychain = new FakeKeychain();

    /// May be away, as one without D-Bus is.
    private static final class FakeKeychain implements Keychain {
        private final Map<String, String> held = new ConcurrentHashMap<>();
        private volatile boolean away;

        @Override
        public Optional<String> get(String name) throws IOException {
            check();
            return Optional.ofNullable(held.get(name));
        }

        @Override
        public void put(String name, String value) throws IOException {
            check();
            held.put(name, value);
        }

        private void check() throws IOException {
            if (away) {
                throw new IOException("no session bus");
            }
        }
    }

    @Test
    void theKeychainHoldsTheKeyAndTheFileNothingReadable() throws IOException {
        Secrets secrets = secrets(Map.of());
        assertThat(secrets.put("secret:a", VALUE)).isEqualTo(Place.KEYCHAIN);
        assertThat(secrets(Map.of()).get("secret:a")).contains(VALUE);
        assertThat(secrets(Map.of()).names()).containsExactly("secret:a");
        assertThat(keychain.held).hasSize(1);
        assertThat(keychain.held.values()).noneMatch(value -> value.contains(VALUE));
        assertThat(Files.readString(file(), ISO_8859_1)).doesNotContain(VALUE, "secret:a");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(secrets.notices()).isEmpty();
        secrets.forget("secret:a");
        assertThat(secrets(Map.of()).names()).isEmpty();
    }

    @Test
    void aKeychainThatGoesAwayMidwayDoesNoHarm() {
        Secrets secrets = secrets(Map.of());
        secrets.put("a", VALUE);
        keychain.away = true;
        assertThat(secrets.put("b", VALUE)).isEqualTo(Place.KEYCHAIN);
        assertThat(secrets.get("a")).contains(VALUE);

        Secrets later = secrets(Map.of());
        assertThat(later.get("a")).isEmpty();
        assertThat(later.put("a", "other")).isEqualTo(Place.MEMORY);
        assertThat(later.get("a")).contains("other");
        assertThat(later.notices()).hasSize(1);
        assertThat(later.notices().getFirst()).contains("in memory only", "no session bus");
        keychain.away = false;
        assertThat(secrets(Map.of()).get("a")).contains(VALUE);
    }

    @Test
    void withoutAKeychainAPassphraseGuardsTheFile() throws IOException {
        keychain.away = true;
        Secrets secrets = secrets(PASSPHRASE);
        assertThat(secrets.put("a", VALUE)).isEqualTo(Place.PASSPHRASE);
        assertThat(secrets.notices()).anyMatch(notice -> notice.contains("keychain is not used"));
        assertThat(secrets(PASSPHRASE).get("a")).contains(VALUE);
        assertThat(Files.readString(file())).contains("\"rounds\":600000").doesNotContain(VALUE);

        Secrets wrong = secrets(Map.of(Secrets.PASSPHRASE, "wrong"));
        assertThat(wrong.get("a")).isEmpty();
        assertThat(wrong.put("b", "x")).isEqualTo(Place.MEMORY);
        assertThat(wrong.notices().getFirst()).contains("the key or passphrase is wrong");
        assertThat(secrets(Map.of()).place()).isEqualTo(Place.MEMORY);
        assertThat(secrets(PASSPHRASE).get("a")).contains(VALUE);
    }

    @Test
    void theUserIsAskedForThePassphraseOnceItIsNeededAndAgainWhereItIsWrong() {
        keychain.away = true;
        secrets(PASSPHRASE).put("a", VALUE);
        List<String> troubles = new ArrayList<>();
        Secrets asking =
                secrets(
                        Map.of(),
                        trouble -> {
                            troubles.add(trouble);
                            return Optional.of(troubles.size() == 1 ? "wrong" : "correct");
                        });
        assertThat(asking.get("b")).isEmpty();
        assertThat(asking.place()).isEqualTo(Place.LOCKED);
        assertThat(troubles).as("nothing of it was needed").isEmpty();
        assertThat(asking.get("a")).contains(VALUE);
        assertThat(troubles).hasSize(2).first().asString().isEmpty();
        assertThat(troubles.getLast()).contains("passphrase is wrong");
        assertThat(asking.put("c", "d")).isEqualTo(Place.PASSPHRASE);
        assertThat(asking.notices()).isEmpty();
        assertThat(troubles).hasSize(2);
    }

    @Test
    void whoGivesNoPassphraseKeepsSecretsInMemoryUntilItIsGiven() {
        keychain.away = true;
        secrets(PASSPHRASE).put("a", VALUE);
        AtomicInteger asked = new AtomicInteger();
        Secrets refusing =
                secrets(
                        Map.of(),
                        _ ->
                                asked.incrementAndGet() == 1
                                        ? Optional.empty()
                                        : Optional.of("correct"));
        assertThat(refusing.put("b", "new")).isEqualTo(Place.MEMORY);
        assertThat(refusing.get("a")).isEmpty();
        assertThat(refusing.get("b")).contains("new");
        assertThat(asked).hasValue(1);
        assertThat(refusing.notices().getFirst()).contains("in memory only", "was not given");

        assertThat(refusing.canBeUnlocked()).isTrue();
        assertThat(refusing.unlockAnew()).isEqualTo(Place.PASSPHRASE);
        assertThat(refusing.get("a")).contains(VALUE);
        assertThat(refusing.notices()).isEmpty();
        assertThat(secrets(PASSPHRASE).get("b")).contains("new");
    }

    @Test
    void allWhoNeedThePassphraseWaitForOneAnswer() throws Exception {
        keychain.away = true;
        secrets(PASSPHRASE).put("a", VALUE);
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch answered = new CountDownLatch(1);
        Secrets secrets =
                secrets(
                        Map.of(),
                        _ -> {
                            asked.incrementAndGet();
                            answered.await();
                            return Optional.of("correct");
                        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<String>>> all =
                    Stream.generate(() -> threads.submit(() -> secrets.get("a"))).limit(5).toList();
            Await.until("the question", () -> asked.get() > 0);
            assertThat(secrets.place()).as("nobody waits for a lock").isEqualTo(Place.LOCKED);
            answered.countDown();
            for (Future<Optional<String>> one : all) {
                assertThat(one.get()).contains(VALUE);
            }
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void aPassphraseGuardsWhatWasInMemoryOnly() {
        keychain.away = true;
        Secrets secrets = secrets(Map.of());
        assertThat(secrets.put("a", VALUE)).isEqualTo(Place.MEMORY);
        assertThat(secrets.canBeGuarded()).isTrue();
        assertThat(secrets.guardWith("correct")).isEqualTo(Place.PASSPHRASE);
        assertThat(secrets(PASSPHRASE).get("a")).contains(VALUE);
        assertThat(secrets.canBeGuarded()).isFalse();
        assertThat(secrets(Map.of()).guardWith("other")).isEqualTo(Place.MEMORY);
        assertThat(secrets(PASSPHRASE).get("a")).contains(VALUE);
    }

    @Test
    void withNeitherTheyStayInMemoryWhichIsSaid() {
        keychain.away = true;
        Secrets secrets = secrets(Map.of());
        assertThat(secrets.put("a", VALUE)).isEqualTo(Place.MEMORY);
        assertThat(secrets.get("a")).contains(VALUE);
        assertThat(secrets.notices().getLast()).contains("in memory only", Secrets.PASSPHRASE);
        assertThat(file()).doesNotExist();
        Secrets chosen = secrets(Map.of(Secrets.CHOICE, "memory"));
        chosen.put("a", VALUE);
        assertThat(chosen.notices()).isEmpty();
    }

    @Test
    void aFileThatOthersMayReadIsRefused() throws IOException {
        secrets(Map.of()).put("a", VALUE);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));
        Secrets secrets = secrets(Map.of());
        assertThat(secrets.get("a")).isEmpty();
        assertThat(secrets.notices().getFirst()).contains("rw-r-----", "chmod 600");
    }

    @Test
    void aChangedFileIsNotBelievedAndNotReplaced() throws IOException {
        secrets(Map.of()).put("a", VALUE);
        String text = Files.readString(file());
        for (String broken :
                new String[] {
                    text.replace("\"data\":\"", "\"data\":\"AAAA"), "{}", "[]", "", text + "x"
                }) {
            Files.writeString(file(), broken);
            Secrets secrets = secrets(Map.of());
            assertThat(secrets.get("a")).isEmpty();
            assertThat(secrets.put("a", "new")).isEqualTo(Place.MEMORY);
            assertThat(Files.readString(file())).isEqualTo(broken);
            assertThat(secrets.notices()).isNotEmpty();
        }
    }

    @Test
    void twoProgramsAddToTheSameFile() {
        Secrets one = secrets(Map.of());
        one.put("a", "1");
        Secrets two = secrets(Map.of());
        two.put("b", "2");
        one.put("c", "3");
        assertThat(two.names()).containsExactly("a", "b", "c");
        assertThat(two.get("c")).contains("3");
    }

    @Test
    void theSystemsKeychainWorksOrSaysWhyNot() {
        try {
            assertThat(new SystemKeychain().get("benchlight-test-none")).isEmpty();
        } catch (IOException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private Path file() {
        return folder.resolve(Secrets.FILE);
    }

    private Secrets secrets(Map<String, String> environment) {
        return secrets(environment, PassphraseDesk.NONE);
    }

    private Secrets secrets(Map<String, String> environment, PassphraseDesk desk) {
        return new Secrets(DataFolder.open(folder, Map.of()), environment, keychain, desk);
    }
}
