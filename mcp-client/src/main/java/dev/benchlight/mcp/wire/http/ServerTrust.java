package dev.benchlight.mcp.wire.http;

import dev.benchlight.mcp.wire.Sha256;
import dev.benchlight.mcp.wire.TlsSettings;

import okhttp3.internal.tls.OkHostnameVerifier;

import org.jspecify.annotations.Nullable;

import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Locale;

import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/// Trusts what the system trusts, and beside it the authorities that the user named for a server,
/// and the one certificate that the user pinned by its fingerprint. Knows what to show a server
/// that asks who we are. Remembers the last certificate it refused. Thread-safe.
final class ServerTrust implements X509TrustManager, HostnameVerifier {
    private @Nullable X509TrustManager system;
    private final @Nullable X509TrustManager authorities;
    private final KeyManager @Nullable [] client;
    private final String pinned;
    private volatile @Nullable X509Certificate refused;

    /// @throws IllegalArgumentException a file that the settings name cannot be read
    ServerTrust(TlsSettings settings) {
        this.authorities = TlsFiles.authorities(settings);
        this.client = TlsFiles.client(settings);
        String fingerprint = settings.certificate();
        this.pinned =
                fingerprint == null
                        ? ""
                        : fingerprint.replaceAll("[^0-9A-Fa-f]", "").toLowerCase(Locale.ROOT);
    }

    /// The certificate that the last failed handshake was about, or null.
    @Nullable X509Certificate refused() {
        return refused;
    }

    SSLSocketFactory socketFactory() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(client, new TrustManager[] {this}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        try {
            system().checkServerTrusted(chain, authType);
        } catch (CertificateException e) {
            if (!isPinned(chain[0]) && !isOfAuthorities(chain, authType)) {
                refused = chain[0];
                throw e;
            }
        }
    }

    private boolean isOfAuthorities(X509Certificate[] chain, String authType) {
        if (authorities == null) {
            return false;
        }
        try {
            authorities.checkServerTrusted(chain, authType);
            return true;
        } catch (CertificateException _) {
            // What the system says of it is told.
            return false;
        }
    }

    @Override
    public boolean verify(String host, SSLSession session) {
        if (OkHostnameVerifier.INSTANCE.verify(host, session)) {
            return true;
        }
        try {
            Certificate leaf = session.getPeerCertificates()[0];
            if (leaf instanceof X509Certificate certificate) {
                refused = certificate;
                return isPinned(certificate);
            }
        } catch (SSLPeerUnverifiedException e) {
            return false;
        }
        return false;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        throw new CertificateException("no server here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return system().getAcceptedIssuers();
    }

    private boolean isPinned(X509Certificate certificate) {
        return !pinned.isEmpty() && fingerprint(certificate).equals(pinned);
    }

    /// SHA-256 in lower-case hexadecimal.
    static String fingerprint(X509Certificate certificate) {
        try {
            return Sha256.hex(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("cannot fingerprint a certificate", e);
        }
    }

    /// Read when first needed: a server without TLS needs none of its 150 certificates.
    private synchronized X509TrustManager system() {
        X509TrustManager known = system;
        if (known == null) {
            known = systemTrust();
            system = known;
        }
        return known;
    }

    private static X509TrustManager systemTrust() {
        try {
            return TlsFiles.trusting(null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot read the trusted certificates", e);
        }
    }
}
