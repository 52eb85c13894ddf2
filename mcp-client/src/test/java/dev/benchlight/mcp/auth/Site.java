package dev.benchlight.mcp.auth;

import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

import okhttp3.HttpUrl;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// A web site on loopback: answers by path, 404 where nothing was put. Thread-safe.
public final class Site implements AutoCloseable {
    private final MockWebServer server = new MockWebServer();
    private final Map<String, Function<RecordedRequest, MockResponse>> pages =
            new ConcurrentHashMap<>();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();

    public Site() {
        server.setDispatcher(
                new Dispatcher() {
                    @Override
                    public MockResponse dispatch(RecordedRequest request) {
                        requests.add(request);
                        return pages.getOrDefault(
                                        request.getUrl().encodedPath(), _ -> status(404, ""))
                                .apply(request);
                    }
                });
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public HttpUrl url(String path) {
        return server.url(path);
    }

    /// The origin without a slash.
    public String origin() {
        String root = server.url("/").toString();
        return root.substring(0, root.length() - 1);
    }

    /// Serves a JSON document.
    public Site json(String path, String body) {
        return page(path, _ -> document(200, body));
    }

    public Site page(String path, Function<RecordedRequest, MockResponse> page) {
        pages.put(path, page);
        return this;
    }

    /// Has requests for a page that is there looked at first; null lets them go on to it.
    public void before(String path, Function<RecordedRequest, @Nullable MockResponse> first) {
        pages.computeIfPresent(
                path,
                (_, page) ->
                        request -> {
                            MockResponse answer = first.apply(request);
                            return answer == null ? page.apply(request) : answer;
                        });
    }

    public static MockResponse document(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    public static MockResponse status(int status, String headers) {
        MockResponse.Builder builder = new MockResponse.Builder().code(status);
        headers.lines().forEach(builder::addHeader);
        return builder.build();
    }

    /// Method and path of all requests, in order.
    public List<String> log() {
        return requests.stream()
                .map(request -> request.getMethod() + " " + request.getUrl().encodedPath())
                .toList();
    }

    public List<RecordedRequest> requests(String path) {
        return requests.stream()
                .filter(request -> request.getUrl().encodedPath().equals(path))
                .toList();
    }

    @Override
    public void close() {
        server.close();
    }
}
