package dev.benchlight.mcp.wire.http;

import dev.benchlight.mcp.wire.WireFault;
import dev.benchlight.mcp.wire.WireFault.Kind;

import okhttp3.HttpUrl;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/// Says in words what an [IOException] of OkHttp's means.
final class NetworkFaults {
    private static final Pattern LINE_LIMIT = Pattern.compile("not found: limit=(\\d+)");

    private final HttpUrl url;
    private final ServerTrust trust;
    private final int headerLimit;

    NetworkFaults(HttpUrl url, ServerTrust trust, int headerLimit) {
        this.url = url;
        this.trust = trust;
        this.headerLimit = headerLimit;
    }

    /// For a failure before the response's head was there.
    WireFault beforeResponse(IOException failure) {
        return classify(failure).withDetails(details(failure));
    }

    /// For an answer that is not HTTP as it must be.
    ///
    /// @param what was found
    static WireFault brokenHttp(String what) {
        return WireFault.of(
                        Kind.PROTOCOL,
                        "broken-http",
                        "The server's answer breaks the rules of HTTP: " + what + ".")
                .withHint("The server, or a proxy before it, writes wrong lengths or chunks.");
    }

    /// For a failure while a body was read.
    WireFault inBody(IOException failure, long received) {
        if (failure instanceof BodyReader.UnknownEncodingException) {
            return WireFault.of(
                    Kind.PROTOCOL,
                    "unknown-encoding",
                    "The body has the encoding '"
                            + failure.getMessage()
                            + "', which was not asked for.");
        }
        if (failure instanceof ProtocolException && !text(failure).contains("end of stream")) {
            return brokenHttp(text(failure)).withDetails(details(failure));
        }
        if (failure instanceof ZipException || text(failure).contains("ID1ID2")) {
            return WireFault.of(
                    Kind.PROTOCOL, "broken-encoding", "The body says it is gzip and is not.");
        }
        return WireFault.of(
                        Kind.NETWORK,
                        "response-truncated",
                        "The connection to "
                                + place()
                                + " broke after "
                                + received
                                + " bytes of the answer.")
                .withHint("The server or a proxy closed it early; the call may have run.")
                .withDetails(details(failure));
    }

    WireFault headersTooLarge() {
        return WireFault.of(
                        Kind.LIMIT,
                        "headers-too-large",
                        "The response's headers exceed the limit of " + headerLimit + " bytes.")
                .withHint("The limit is the setting headerBytes.");
    }

    private WireFault classify(IOException failure) {
        String text = text(failure);
        return switch (failure) {
            case UnknownHostException unknown ->
                    network(
                                    "unknown-host",
                                    "There is no host named " + quoted(named(unknown)) + ".")
                            .withHint("Check the spelling, the network and the VPN.");
            case SSLException tls -> tls(tls);
            case NoRouteToHostException none ->
                    network("no-route", "There is no route to " + place() + ".")
                            .withHint("Check the network and the VPN.");
            case ConnectException refused when connectTimedOut(refused) -> connectTimeout();
            case ConnectException refused ->
                    network("connection-refused", "Nothing listens on " + place() + ".")
                            .withHint("Is the server running, and is this its port?");
            case SocketTimeoutException timeout when text.contains("connect") -> connectTimeout();
            case SocketTimeoutException timeout ->
                    network("no-response", "The server at " + place() + " did not answer in time.");
            case ProtocolException proxy when text.contains("HTTP_PROXY_AUTH") -> proxyAuth();
            case ProtocolException broken -> notHttp(text);
            case SocketException reset ->
                    network(
                                    "connection-reset",
                                    "The server at " + place() + " reset the connection.")
                            .withHint(
                                    "It may have crashed; look at its log. The call may have run.");
            default -> other(failure, text);
        };
    }

    private WireFault other(IOException failure, String text) {
        if (text.contains("Failed to authenticate with proxy")) {
            return network("proxy-auth-required", "The proxy wants a name and password (HTTP 407).")
                    .withHint(
                            "Put them into the proxy's URL, as in http://name:password@host:port.");
        }
        if (text.contains("for CONNECT")) {
            return network("proxy-refused", "The proxy refused to connect to " + place() + ".")
                    .withHint(text);
        }
        Matcher line = LINE_LIMIT.matcher(rootText(failure));
        if (failure instanceof EOFException || text.contains("unexpected end of stream")) {
            long length = line.find() ? Long.parseLong(line.group(1)) : 0;
            if (length > headerLimit) {
                return headersTooLarge();
            }
            return length > 0
                    ? unendedHead()
                    : network(
                                    "connection-closed",
                                    "The server at "
                                            + place()
                                            + " closed the connection without an answer.")
                            .withHint(
                                    "It may have crashed; look at its log. The call may have run.");
        }
        return network("network-failed", "The exchange with " + place() + " failed: " + text + ".");
    }

    /// The exception is the same for a head that was cut off and for endless lines of one.
    private WireFault unendedHead() {
        return WireFault.of(
                        Kind.PROTOCOL,
                        "unended-head",
                        "The answer of "
                                + place()
                                + " broke off within its headers, or has too many.")
                .withHint(
                        "Something else than an MCP server may listen there. The limit of headers"
                                + " is the setting headerBytes ("
                                + headerLimit
                                + ").");
    }

    private WireFault notHttp(String text) {
        boolean tls = text.contains("\u0015\u0003");
        String said = text.replace("Unexpected status line: ", "").replaceAll("\\p{Cntrl}", "·");
        String cut = said.length() > 80 ? said.substring(0, 80) + "…" : said;
        return WireFault.of(
                        Kind.PROTOCOL,
                        "not-http",
                        "What answers on " + place() + " does not speak HTTP: '" + cut + "'.")
                .withHint(
                        tls
                                ? "It looks like TLS; try https:// instead of http://."
                                : "Check the port; another program may listen there.");
    }

    private WireFault tls(SSLException failure) {
        String text = text(failure);
        X509Certificate certificate = trust.refused();
        if (certificate == null || text.contains("SSL message") || text.contains("record")) {
            return WireFault.of(
                            Kind.TLS,
                            "tls-failed",
                            "The TLS handshake with " + place() + " failed: " + text + ".")
                    .withHint(
                            text.contains("SSL message")
                                    ? "The server may not speak TLS; try http://."
                                    : "See the server's TLS versions and certificate.");
        }
        String hint =
                "If you know this certificate, write its SHA-256 fingerprint into the server's file:"
                        + " certificate: \""
                        + ServerTrust.fingerprint(certificate)
                        + "\".";
        return certificateFault(failure, certificate).withHint(hint);
    }

    private WireFault certificateFault(SSLException failure, X509Certificate certificate) {
        Instant now = Instant.now();
        String subject = certificate.getSubjectX500Principal().getName();
        String issuer = certificate.getIssuerX500Principal().getName();
        String what = "The certificate of " + place() + " (" + subject + ") ";
        if (failure instanceof SSLPeerUnverifiedException) {
            return WireFault.of(
                    Kind.TLS, "tls-wrong-host", what + "is not made out for " + url.host() + ".");
        }
        if (certificate.getNotAfter().toInstant().isBefore(now)) {
            return WireFault.of(
                    Kind.TLS,
                    "tls-expired",
                    what + "expired on " + certificate.getNotAfter().toInstant() + ".");
        }
        if (certificate.getNotBefore().toInstant().isAfter(now)) {
            return WireFault.of(
                    Kind.TLS,
                    "tls-not-yet-valid",
                    what + "is valid from " + certificate.getNotBefore().toInstant() + " only.");
        }
        return subject.equals(issuer)
                ? WireFault.of(Kind.TLS, "tls-self-signed", what + "is self-signed.")
                : WireFault.of(
                        Kind.TLS,
                        "tls-untrusted",
                        what + "was issued by " + issuer + ", which this system does not trust.");
    }

    private ObjectNode details(IOException failure) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        details.put("url", url.newBuilder().query(null).build().toString());
        details.put("exception", failure.getClass().getSimpleName() + ": " + text(failure));
        X509Certificate certificate = failure instanceof SSLException ? trust.refused() : null;
        if (certificate != null) {
            ObjectNode node = details.putObject("certificate");
            node.put("subject", certificate.getSubjectX500Principal().getName());
            node.put("issuer", certificate.getIssuerX500Principal().getName());
            node.put("notBefore", certificate.getNotBefore().toInstant().toString());
            node.put("notAfter", certificate.getNotAfter().toInstant().toString());
            node.put("sha256", ServerTrust.fingerprint(certificate));
        }
        return details;
    }

    private static WireFault proxyAuth() {
        return network("proxy-auth-required", "The proxy wants a name and password (HTTP 407).")
                .withHint("Put them into the proxy's URL, as in http://name:password@host:port.");
    }

    private WireFault connectTimeout() {
        return network("connect-timeout", "No connection to " + place() + " within 15 s.")
                .withHint("A firewall may drop it, or the address is wrong.");
    }

    private static WireFault network(String code, String message) {
        return WireFault.of(Kind.NETWORK, code, message);
    }

    private String place() {
        String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
        String spelled = HostNames.shown(url.host()).substring(url.host().length());
        return host + ":" + url.port() + spelled;
    }

    private static String quoted(String host) {
        return "'" + host + "'" + HostNames.shown(host).substring(host.length());
    }

    private String named(UnknownHostException failure) {
        String first = text(failure).split(":", 2)[0];
        return first.isBlank() || first.contains(" ") ? url.host() : first;
    }

    private static boolean connectTimedOut(@Nullable Throwable failure) {
        return failure != null
                && (failure instanceof SocketTimeoutException
                        || text(failure).toLowerCase(Locale.ROOT).contains("timed out")
                        || connectTimedOut(failure.getCause()));
    }

    private static String rootText(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return text(root);
    }

    private static String text(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
