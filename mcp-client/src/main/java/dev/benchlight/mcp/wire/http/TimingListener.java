package dev.benchlight.mcp.wire.http;

import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanNote;

import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.Protocol;
import okhttp3.Response;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;

/// Notes on the request's span how long its phases took: one TIMING note when the first byte is
/// there. One listener a call; OkHttp may tell of racing dials on several threads.
final class TimingListener extends EventListener {
    private final FrameLog frames;
    private final SpanId span;
    private final long start = System.nanoTime();
    private volatile long dnsStart;
    private volatile long connectStart;
    private volatile long tlsStart;
    private volatile String dns = "";
    private volatile String connect = "";
    private volatile String tls = "";
    private volatile String via = "";

    TimingListener(FrameLog frames, SpanId span) {
        this.frames = frames;
        this.span = span;
    }

    @Override
    public void dnsStart(Call call, String domainName) {
        dnsStart = System.nanoTime();
    }

    @Override
    public void dnsEnd(Call call, String domainName, List<InetAddress> addresses) {
        dns = since(dnsStart);
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        connectStart = System.nanoTime();
        if (proxy.type() != Proxy.Type.DIRECT) {
            via = address.getHostString() + ":" + address.getPort();
        }
    }

    @Override
    public void secureConnectStart(Call call) {
        connect = since(connectStart);
        tlsStart = System.nanoTime();
    }

    @Override
    public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
        tls = since(tlsStart);
    }

    @Override
    public void connectEnd(
            Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
        if (connect.isEmpty()) {
            connect = since(connectStart);
        }
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        StringBuilder text = new StringBuilder();
        StringBuilder data = new StringBuilder("{");
        add(text, data, "DNS", "dnsMs", dns);
        add(text, data, "connect", "connectMs", connect);
        add(text, data, "TLS", "tlsMs", tls);
        add(text, data, "first byte", "firstByteMs", since(start));
        data.append(",\"reused\":").append(connect.isEmpty()).append('}');
        if (!via.isEmpty()) {
            text.append(" · through proxy ").append(via);
        }
        frames.note(span, SpanNote.Type.TIMING, text.toString(), data.toString());
    }

    private static void add(
            StringBuilder text, StringBuilder data, String label, String key, String millis) {
        if (millis.isEmpty()) {
            return;
        }
        text.append(text.isEmpty() ? "" : " · ").append(label).append(' ').append(millis);
        text.append(" ms");
        data.append(data.length() > 1 ? "," : "").append('"').append(key).append("\":");
        data.append(millis);
    }

    /// Milliseconds with two decimals, without the cost of a formatter.
    private static String since(long nanos) {
        long hundredths = Math.max(0, System.nanoTime() - nanos) / 10_000;
        long rest = hundredths % 100;
        return hundredths / 100 + (rest < 10 ? ".0" : ".") + rest;
    }
}
