package dev.benchlight.app.secrets;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// Where the key of a vault comes from. What it needs to find the key again stands in the vault's
/// head, in the open.
sealed interface VaultKey {
    SecureRandom RANDOM = new SecureRandom();
    int BITS = 256;

    /// Of a new vault.
    ///
    /// @param head gets what [#open(JsonNode)] needs
    SecretKey make(ObjectNode head) throws IOException;

    /// Of one that is there.
    ///
    /// @throws IOException it cannot be had
    SecretKey open(JsonNode head) throws IOException;

    /// A random key that a keychain keeps.
    record InKeychain(Keychain keychain) implements VaultKey {
        static final String KIND = "keychain";

        @Override
        public SecretKey make(ObjectNode head) throws IOException {
            String id = "benchlight-" + random(12);
            String key = random(BITS / 8);
            keychain.put(id, key);
            // Some take what they do not give back.
            if (!keychain.get(id).equals(Optional.of(key))) {
                throw new IOException("it keeps no secret");
            }
            head.put("key", KIND).put("id", id);
            return secret(key);
        }

        @Override
        public SecretKey open(JsonNode head) throws IOException {
            return secret(
                    keychain.get(head.path("id").asString(""))
                            .orElseThrow(() -> new IOException("it does not have the key")));
        }

        private static SecretKey secret(String base64) throws IOException {
            try {
                return new SecretKeySpec(Base64.getUrlDecoder().decode(base64), "AES");
            } catch (IllegalArgumentException e) {
                throw new IOException("it has something else in the place of the key", e);
            }
        }
    }

    /// Made of a passphrase (PBKDF2 with HMAC-SHA-256).
    record OfPassphrase(String passphrase) implements VaultKey {
        static final String KIND = "passphrase";
        static final int ROUNDS = 600_000;
        private static final int MOST_ROUNDS = 10_000_000;

        /// Whether it is what opens a vault of this head.
        static boolean guards(JsonNode head) {
            return head.path("key").asString("").equals(KIND);
        }

        @Override
        public SecretKey make(ObjectNode head) throws IOException {
            head.put("key", KIND).put("salt", random(16)).put("rounds", ROUNDS);
            return open(head);
        }

        @Override
        public SecretKey open(JsonNode head) throws IOException {
            int rounds = head.path("rounds").asInt(0);
            if (rounds < ROUNDS || rounds > MOST_ROUNDS) {
                throw new IOException("its count of rounds is " + rounds);
            }
            try {
                byte[] salt = Base64.getUrlDecoder().decode(head.path("salt").asString(""));
                PBEKeySpec spec = new PBEKeySpec(passphrase.toCharArray(), salt, rounds, BITS);
                byte[] key =
                        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                                .generateSecret(spec)
                                .getEncoded();
                return new SecretKeySpec(key, "AES");
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                throw new IOException("no key can be made of the passphrase: " + e.getMessage(), e);
            }
        }

        @Override
        public String toString() {
            return "OfPassphrase[]";
        }
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
