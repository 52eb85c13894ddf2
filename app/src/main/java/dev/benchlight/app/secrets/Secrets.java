package dev.benchlight.app.secrets;

import dev.benchlight.app.workspace.DataFolder;
import dev.benchlight.app.workspace.FileProblem;
import dev.benchlight.app.workspace.LockFile;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

import javax.crypto.SecretKey;

/// Secrets by name, kept in an encrypted file of the data folder. The keychain of the system guards
/// its key; where there is none, a passphrase does (`BENCHLIGHT_PASSPHRASE`, or what the user says
/// when asked); where there is none either, secrets are kept in memory until the program ends.
/// [#place()] says which it is, and [#notices()] why. Nothing is looked for before the first use.
/// Thread-safe; all methods may wait, also for the user.
public final class Secrets {
    public static final String PASSPHRASE = "BENCHLIGHT_PASSPHRASE";

    /// Chooses a place: `keychain`, `passphrase` or `memory`.
    public static final String CHOICE = "BENCHLIGHT_SECRETS";

    /// Before the name of a secret that the user named, as in `${secret:NAME}`.
    public static final String NAMED = "secret:";

    static final String FILE = "secrets.json";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DataFolder data;
    private final VaultFile vault;
    private final Keychain keychain;
    private String passphrase;
    private final String choice;
    private final Unlocking unlocking;
    private final Map<String, String> memory = new TreeMap<>();
    private final Set<String> notices = new LinkedHashSet<>();
    private @Nullable SecretKey key;
    private Place place = Place.MEMORY;
    private boolean failed;
    private boolean refused;

    /// Where secrets are kept.
    public enum Place {
        KEYCHAIN("encrypted on disk, the key in the system's keychain"),
        PASSPHRASE("encrypted on disk, by a passphrase"),
        LOCKED("encrypted on disk, by a passphrase that is asked for once it is needed"),
        MEMORY("in memory, until the program ends");

        private final String words;

        Place(String words) {
            this.words = words;
        }

        /// For people.
        public String words() {
            return words;
        }
    }

    Secrets(
            DataFolder data,
            Map<String, String> environment,
            Keychain keychain,
            PassphraseDesk desk) {
        this.data = data;
        this.unlocking = new Unlocking(desk);
        this.vault = new VaultFile(data.path().resolve(FILE));
        this.keychain = keychain;
        this.passphrase = environment.getOrDefault(PASSPHRASE, "");
        this.choice = environment.getOrDefault(CHOICE, "");
    }

    /// Those of a data folder.
    ///
    /// @param environment of this process
    public static Secrets of(DataFolder data, Map<String, String> environment) {
        return of(data, environment, PassphraseDesk.NONE);
    }

    /// As the other.
    ///
    /// @param desk asked once, when the first secret is needed from a file that a passphrase guards
    public static Secrets of(
            DataFolder data, Map<String, String> environment, PassphraseDesk desk) {
        return new Secrets(data, environment, new SystemKeychain(), desk);
    }

    public Optional<String> get(String name) {
        if (isOnDisk(name)) {
            unlock();
        }
        return held(name);
    }

    private synchronized boolean isOnDisk(String name) {
        return !memory.containsKey(name) && vault.mayHold(name);
    }

    private synchronized Optional<String> held(String name) {
        if (memory.containsKey(name)) {
            return Optional.ofNullable(memory.get(name));
        }
        // Most names are asked for in vain; that needs no key.
        return vault.mayHold(name)
                ? Optional.ofNullable(read().path(name).stringValue(null))
                : Optional.empty();
    }

    /// The value of `${secret:NAME}`.
    public Optional<String> named(String name) {
        return get(NAMED + name);
    }

    /// Keeps a secret, in memory if it cannot be kept otherwise.
    ///
    /// @return where it is kept
    public Place put(String name, String value) {
        unlock();
        return kept(name, value);
    }

    private synchronized Place kept(String name, String value) {
        memory.put(name, value);
        if (change("Secrets are kept in memory only", secrets -> secrets.put(name, value))) {
            memory.remove(name);
            return place;
        }
        return Place.MEMORY;
    }

    /// @return whether it is gone for good; [#notices()] says why it is not
    public boolean forget(String name) {
        if (vault.mayHold(name)) {
            unlock();
        }
        return forgotten(name);
    }

    private synchronized boolean forgotten(String name) {
        memory.remove(name);
        return !vault.mayHold(name)
                || change(
                        "What was to be forgotten is still kept", secrets -> secrets.remove(name));
    }

    /// Of all secrets, in order.
    public synchronized List<String> names() {
        Set<String> names = new TreeSet<>(memory.keySet());
        names.addAll(read().propertyNames());
        return new ArrayList<>(names);
    }

    /// Where a secret is, or would be, kept. Opens the keychain if need be.
    public synchronized Place place() {
        if (isLocked()) {
            return Place.LOCKED;
        }
        open(true);
        return key == null ? Place.MEMORY : place;
    }

    /// Why secrets are not kept as they should be, a sentence each.
    public synchronized List<String> notices() {
        return List.copyOf(notices);
    }

    /// Whether there is a file that a passphrase would open.
    public synchronized boolean canBeUnlocked() {
        return key == null && mayWrite() && vault.isGuardedByPassphrase();
    }

    /// Whether there is no file yet, and a passphrase could guard one.
    public synchronized boolean canBeGuarded() {
        return key == null && mayWrite() && !choice.equals("keychain") && !vault.exists();
    }

    private boolean mayWrite() {
        return data.writable() && !choice.equals("memory");
    }

    /// Asks for the passphrase although the user gave none before, or the environment another. What
    /// was kept in memory since goes into the file.
    ///
    /// @return where secrets are kept now
    public Place unlockAnew() {
        beLocked();
        unlock();
        return place();
    }

    private synchronized void beLocked() {
        if (canBeUnlocked()) {
            passphrase = "";
            refused = false;
            failed = false;
        }
    }

    /// Has secrets kept in a file that this passphrase guards, from now on and those in memory too.
    /// No effect where they are kept in a file already.
    ///
    /// @return where secrets are kept now
    public synchronized Place guardWith(String chosen) {
        if (canBeGuarded()) {
            try {
                opened(guarded(chosen));
            } catch (IOException e) {
                told("Secrets are kept in memory only", e);
            }
        }
        return place();
    }

    private SecretKey guarded(String chosen) throws IOException {
        try (LockFile _ = lock()) {
            if (vault.exists()) {
                throw new IOException(vault.file() + " is there already");
            }
            ObjectNode head = JsonMapper.shared().createObjectNode();
            SecretKey made = new VaultKey.OfPassphrase(chosen).make(head);
            vault.write(head, JsonMapper.shared().createObjectNode(), made);
            return made;
        }
    }

    /// Whether the user is to be asked before anything can be read.
    private synchronized boolean isLocked() {
        return !refused && unlocking.isPossible() && passphrase.isEmpty() && canBeUnlocked();
    }

    private void unlock() {
        unlocking.run(this::isLocked, this::tried, this::refuse);
    }

    private synchronized void refuse() {
        refused = true;
        failed = true;
        notices.add(
                "Secrets are kept in memory only: the passphrase of "
                        + vault.file()
                        + " was not given.");
    }

    private synchronized String tried(String given) {
        try {
            SecretKey found = new VaultKey.OfPassphrase(given).open(vault.head());
            vault.read(found);
            opened(found);
            return "";
        } catch (IOException e) {
            return "It does not open: " + FileProblem.reason(e) + ".";
        }
    }

    /// What was kept in memory meanwhile goes into the file.
    private void opened(SecretKey found) {
        key = found;
        place = Place.PASSPHRASE;
        failed = false;
        notices.clear();
        if (!memory.isEmpty()
                && change(
                        "Secrets are kept in memory only",
                        secrets -> memory.forEach(secrets::put))) {
            memory.clear();
        }
    }

    private ObjectNode read() {
        SecretKey opened = vault.exists() ? open(false) : null;
        if (opened == null) {
            return JsonMapper.shared().createObjectNode();
        }
        try {
            return vault.read(opened);
        } catch (IOException e) {
            told("The secrets in " + vault.file() + " cannot be read", e);
            return JsonMapper.shared().createObjectNode();
        }
    }

    /// @param otherwise what to say if it cannot be made
    private boolean change(String otherwise, Consumer<ObjectNode> change) {
        SecretKey opened = open(true);
        if (opened == null) {
            return false;
        }
        try (LockFile _ = lock()) {
            ObjectNode secrets = vault.read(opened);
            change.accept(secrets);
            vault.write(vault.head(), secrets, opened);
            return true;
        } catch (IOException e) {
            told(otherwise + ", since " + vault.file() + " is not written", e);
            return false;
        }
    }

    private LockFile lock() throws IOException {
        return LockFile.lock(vault.file(), PATIENCE)
                .orElseThrow(() -> new IOException("another program holds it"));
    }

    /// The key; null where secrets are kept in memory. What failed once is not tried again.
    ///
    /// @param makes whether to make a file where there is none
    private @Nullable SecretKey open(boolean makes) {
        if (key != null || failed || choice.equals("memory") || (!makes && !vault.exists())) {
            return key;
        }
        if (isLocked()) {
            return null;
        }
        if (!data.writable()) {
            failed = true;
            notices.add("Secrets are kept in memory only: the data folder cannot be written.");
            return null;
        }
        try (LockFile _ = lock()) {
            key = vault.exists() ? opened() : made();
        } catch (IOException e) {
            told("Secrets are kept in memory only", e);
        }
        failed = key == null;
        return key;
    }

    private SecretKey opened() throws IOException {
        JsonNode head = vault.head();
        SecretKey found;
        if (VaultKey.OfPassphrase.guards(head)) {
            if (passphrase.isEmpty()) {
                throw new IOException(
                        PASSPHRASE + ", which opens " + vault.file() + ", is not set");
            }
            found = new VaultKey.OfPassphrase(passphrase).open(head);
            place = Place.PASSPHRASE;
        } else {
            try {
                found = new VaultKey.InKeychain(keychain).open(head);
            } catch (IOException e) {
                throw new IOException("the keychain does not open: " + e.getMessage(), e);
            }
            place = Place.KEYCHAIN;
        }
        vault.read(found);
        return found;
    }

    private @Nullable SecretKey made() throws IOException {
        ObjectNode head = JsonMapper.shared().createObjectNode();
        SecretKey made = null;
        if (!choice.equals("passphrase")) {
            try {
                made = new VaultKey.InKeychain(keychain).make(head);
                place = Place.KEYCHAIN;
            } catch (IOException e) {
                told("The system's keychain is not used", e);
            }
        }
        if (made == null && !passphrase.isEmpty() && !choice.equals("keychain")) {
            made = new VaultKey.OfPassphrase(passphrase).make(head);
            place = Place.PASSPHRASE;
        }
        if (made == null) {
            notices.add(
                    "Secrets and tokens are kept in memory only, until the program ends; with "
                            + PASSPHRASE
                            + " set they are kept in an encrypted file.");
            return null;
        }
        vault.write(head, JsonMapper.shared().createObjectNode(), made);
        return made;
    }

    private void told(String what, IOException cause) {
        notices.add(what + ": " + FileProblem.reason(cause) + ".");
    }
}
