package dev.benchlight.app.ui.result;

import dev.benchlight.app.apps.PageFiles;
import dev.benchlight.app.auth.SystemBrowser;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;

/// The user's browser, and plain HTTP.
public final class SystemOutside implements Outside {
    private final PageFiles pages;

    private static final int LARGEST = 10 << 20;
    private static final int MILLIS = 15_000;

    /// @param pages takes the pages to show
    public SystemOutside(PageFiles pages) {
        this.pages = pages;
    }

    @Override
    public void show(String page) throws IOException {
        browse(pages.write(page).toUri());
    }

    @Override
    public void browse(URI link) throws IOException {
        new SystemBrowser(System.getenv()).start(link);
    }

    @Override
    public byte[] fetch(URI image) throws IOException {
        if (!(image.toURL().openConnection() instanceof HttpURLConnection connection)) {
            throw new IOException("not an http or https address: " + image);
        }
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(MILLIS);
        connection.setReadTimeout(MILLIS);
        try {
            int status = connection.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK) {
                throw new IOException(image.getHost() + " answered with status " + status);
            }
            try (InputStream body = connection.getInputStream()) {
                byte[] bytes = body.readNBytes(LARGEST + 1);
                if (bytes.length > LARGEST) {
                    throw new IOException("the image is larger than 10 MB");
                }
                return bytes;
            }
        } finally {
            connection.disconnect();
        }
    }
}
