package dev.benchlight.app.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.benchlight.app.workspace.AtomicFile;
import dev.benchlight.app.workspace.BoundedFile;
import dev.benchlight.mcp.wire.Sha256;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Set;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// One file with all secrets: a head in the open, and the names and values in AES-GCM, bound to the
/// head. Only its owner may read it, from its first byte.
///
/// @param file which need not be there
record VaultFile(Path file) {
    private static final int LARGEST = 16 << 20;
    private static final int NONCE = 12;

    /// In the head: the beginnings of the hashes of the names.
    private static final String NAMES = "names";

    private static final int TAG_BITS = 128;
    private static final Set<PosixFilePermission> OWNERS =
            PosixFilePermissions.fromString("rw-------");

    boolean exists() {
        return Files.exists(file);
    }

    /// What stands in the open.
    ///
    /// @throws IOException also if others could have read or changed it
    ObjectNode head() throws IOException {
        return (ObjectNode) document().path("head");
    }

    /// Whether it is there, and a passphrase opens it.
    boolean isGuardedByPassphrase() {
        try {
            return exists() && VaultKey.OfPassphrase.guards(head());
        } catch (IOException _) {
            // Whoever opens it says why that is not possible.
            return false;
        }
    }

    /// Whether a secret of this name stands in it, or it cannot be read.
    boolean mayHold(String name) {
        if (!exists()) {
            return false;
        }
        try {
            String hash = hash(name);
            return head().path(NAMES)
                    .valueStream()
                    .anyMatch(known -> known.asString("").equals(hash));
        } catch (IOException e) {
            return true;
        }
    }

    private static String hash(String name) {
        return Sha256.hex(name.getBytes(UTF_8)).substring(0, 16);
    }

    ObjectNode read(SecretKey key) throws IOException {
        ObjectNode document = document();
        byte[] sealed = Base64.getDecoder().decode(document.path("data").asString(""));
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE));
            cipher.updateAAD(document.path("head").toString().getBytes(UTF_8));
            byte[] open = cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
            return object(JsonMapper.shared().readTree(open));
        } catch (GeneralSecurityException | IllegalArgumentException | JacksonException e) {
            throw new IOException("the key or passphrase is wrong, or the file was changed", e);
        }
    }

    void write(ObjectNode head, ObjectNode secrets, SecretKey key) throws IOException {
        ArrayNode names = head.putArray(NAMES);
        secrets.propertyNames().forEach(name -> names.add(hash(name)));
        try {
            byte[] nonce = new byte[NONCE];
            VaultKey.RANDOM.nextBytes(nonce);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(head.toString().getBytes(UTF_8));
            byte[] open = secrets.toString().getBytes(UTF_8);
            byte[] sealed = new byte[NONCE + cipher.getOutputSize(open.length)];
            System.arraycopy(nonce, 0, sealed, 0, NONCE);
            cipher.doFinal(open, 0, open.length, sealed, NONCE);
            ObjectNode document = JsonMapper.shared().createObjectNode();
            document.put("version", 1);
            document.set("head", head);
            document.put("data", Base64.getEncoder().encodeToString(sealed));
            AtomicFile.writePrivate(file, document.toString());
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java cannot encrypt: " + e.getMessage(), e);
        }
    }

    private ObjectNode document() throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
            if (!OWNERS.containsAll(mode)) {
                throw new IOException(
                        "others than its owner may use it ("
                                + PosixFilePermissions.toString(mode)
                                + "); chmod 600 makes it private");
            }
        }
        try {
            ObjectNode document =
                    object(JsonMapper.shared().readTree(BoundedFile.text(file, LARGEST)));
            object(document.path("head"));
            return document;
        } catch (JacksonException e) {
            throw new IOException("it is damaged", e);
        }
    }

    private static ObjectNode object(JsonNode node) throws IOException {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new IOException("it is damaged");
    }
}
