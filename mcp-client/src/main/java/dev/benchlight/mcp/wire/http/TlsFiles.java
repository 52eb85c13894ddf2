package dev.benchlight.mcp.wire.http;

import dev.benchlight.mcp.wire.PemFile;
import dev.benchlight.mcp.wire.TlsSettings;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/// Reads the files that [TlsSettings] name. What is wrong with one is an [IllegalArgumentException]
/// whose message holds no secret.
final class TlsFiles {
    private static final int LARGEST = 4 << 20;

    private TlsFiles() {}

    /// Trusts the authorities of the settings alone; null where they name none.
    static @Nullable X509TrustManager authorities(TlsSettings settings) {
        String file = settings.authorities();
        if (file == null) {
            return null;
        }
        try {
            KeyStore store = empty();
            for (X509Certificate certificate : PemFile.certificates(text(file))) {
                store.setCertificateEntry("authority-" + store.size(), certificate);
            }
            return trusting(store);
        } catch (IOException | GeneralSecurityException e) {
            throw wrong("the authorities", file, e);
        }
    }

    /// Trusts what stands in a store; null for the system's.
    static X509TrustManager trusting(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager found) {
                return found;
            }
        }
        throw new GeneralSecurityException("this Java has no trusted certificates");
    }

    /// What we show a server that asks who we are; null for nothing.
    static KeyManager @Nullable [] client(TlsSettings settings) {
        String file = settings.clientCertificate();
        if (file == null) {
            return null;
        }
        try {
            String passphrase = settings.passphrase();
            char[] password = passphrase == null ? new char[0] : passphrase.toCharArray();
            KeyStore store = isPem(file) ? pem(file, settings.clientKey()) : pkcs12(file, password);
            KeyManagerFactory factory =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, isPem(file) ? new char[0] : password);
            return factory.getKeyManagers();
        } catch (IOException | GeneralSecurityException e) {
            throw wrong("the client certificate", file, e);
        }
    }

    private static boolean isPem(String file) throws IOException {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            // PKCS#12 is DER, which begins with a sequence.
            return in.read() != 0x30;
        }
    }

    private static KeyStore pkcs12(String file, char[] password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            store.load(in, password);
        }
        return store;
    }

    private static KeyStore pem(String file, @Nullable String keyFile)
            throws IOException, GeneralSecurityException {
        List<X509Certificate> chain = PemFile.certificates(text(file));
        PrivateKey key = PemFile.key(text(keyFile == null ? file : keyFile));
        KeyStore store = empty();
        store.setKeyEntry("client", key, new char[0], chain.toArray(X509Certificate[]::new));
        return store;
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static String text(String file) throws IOException {
        Path path = Path.of(file);
        if (Files.size(path) > LARGEST) {
            throw new IOException("it is larger than 4 MB");
        }
        return Files.readString(path);
    }

    private static IllegalArgumentException wrong(String what, String file, Exception cause) {
        String message = cause.getMessage();
        String why =
                switch (cause) {
                    case NoSuchFileException _ -> "there is no such file";
                    default ->
                            cause.getCause() instanceof java.security.UnrecoverableKeyException
                                    ? "its passphrase is wrong"
                                    : message == null ? cause.getClass().getSimpleName() : message;
                };
        return new IllegalArgumentException(what + " in " + file + " cannot be read: " + why);
    }
}
