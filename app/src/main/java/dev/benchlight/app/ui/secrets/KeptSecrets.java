package dev.benchlight.app.ui.secrets;

import dev.benchlight.app.secrets.Secrets;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where secrets are kept, as the user hears of it and can change it. Thread-safe; waits for the
/// disk, and where it says so for the user.
public final class KeptSecrets {
    private final Secrets secrets;
    private final PassphraseQuestions questions;

    public KeptSecrets(Secrets secrets, PassphraseQuestions questions) {
        this.secrets = secrets;
        this.questions = questions;
    }

    /// Where they are, and why.
    ///
    /// @param words sentences
    /// @param offer what the user can do about it, such as "Unlock…", or empty
    public record Where(String words, String offer) {
        public static final Where UNKNOWN = new Where("", "");
    }

    /// Where they are, or would be. May have the system unlock its keychain.
    public Where where() {
        String place = secrets.place().words();
        String sentence = Character.toUpperCase(place.charAt(0)) + place.substring(1) + ".";
        return new Where(
                Stream.concat(Stream.of(sentence), secrets.notices().stream())
                        .collect(Collectors.joining(" ")),
                secrets.canBeUnlocked()
                        ? "Unlock…"
                        : secrets.canBeGuarded() ? "Guard with a passphrase…" : "");
    }

    /// Does what [Where#offer] says; waits for the user.
    ///
    /// @return whether secrets outlive the program now
    public boolean better() throws InterruptedException {
        if (secrets.canBeUnlocked()) {
            return secrets.unlockAnew() != Secrets.Place.MEMORY;
        }
        if (!secrets.canBeGuarded()) {
            return false;
        }
        Optional<String> passphrase = questions.askForNew();
        return passphrase.isPresent()
                && secrets.guardWith(passphrase.get()) != Secrets.Place.MEMORY;
    }

    /// Keeps a key where it outlives the program; waits for the user where that takes a passphrase.
    /// In memory alone it is not kept: it would be lost, as it goes from its file.
    ///
    /// @param wanted a name, which gets a number where another key has it
    /// @return the name it has; empty if it is not kept
    public Optional<String> keep(String wanted, String key) throws InterruptedException {
        if (secrets.place() == Secrets.Place.MEMORY && !better()) {
            return Optional.empty();
        }
        String name = wanted;
        for (int number = 2; !isFree(name, key); number++) {
            name = wanted + "-" + number;
        }
        if (secrets.put(Secrets.NAMED + name, key) == Secrets.Place.MEMORY) {
            secrets.forget(Secrets.NAMED + name);
            return Optional.empty();
        }
        return Optional.of(name);
    }

    private boolean isFree(String name, String key) {
        return secrets.named(name).map(key::equals).orElse(true);
    }
}
