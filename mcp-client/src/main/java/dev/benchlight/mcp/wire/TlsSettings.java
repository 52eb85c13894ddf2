package dev.benchlight.mcp.wire;

import org.jspecify.annotations.Nullable;

/// Certificates for one server, beside those the system trusts.
///
/// @param certificate SHA-256 fingerprint, in hexadecimal, of the one certificate that is trusted
///   for this server whoever vouches for it, or null
/// @param authorities a PEM file with the certificates of authorities that are trusted for this
///   server, or null
/// @param clientCertificate what we show the server: a PKCS#12 file, or a PEM file with the
///   certificate and those between it and its authority; or null
/// @param clientKey the PEM file of its key (PKCS#8), or null where the other file holds it too
/// @param passphrase of the PKCS#12 file, or null
public record TlsSettings(
        @Nullable String certificate,
        @Nullable String authorities,
        @Nullable String clientCertificate,
        @Nullable String clientKey,
        @Nullable String passphrase) {
    public static final TlsSettings DEFAULT = new TlsSettings(null, null, null, null, null);

    /// Trusting one certificate.
    public static TlsSettings pinning(@Nullable String certificate) {
        return new TlsSettings(certificate, null, null, null, null);
    }

    /// The same without what is for the server alone: whoever else it has us talk to is not shown
    /// our certificate.
    public TlsSettings withoutClient() {
        return new TlsSettings(certificate, authorities, null, null, null);
    }

    @Override
    public String toString() {
        return "TlsSettings["
                + certificate
                + ", "
                + authorities
                + ", "
                + clientCertificate
                + ", "
                + clientKey
                + "]";
    }
}
