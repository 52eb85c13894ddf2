package dev.benchlight.app.ui.result;

import java.io.IOException;
import java.net.URI;

/// The browser and the network, as far as a click in a result may reach them. Blocks.
public interface Outside {
    /// Opens a link that was checked and confirmed.
    void browse(URI link) throws IOException;

    /// Shows a page of ours in the browser, from a file that only the user can read.
    void show(String page) throws IOException;

    /// Fetches an image once, without credentials and without following redirects.
    ///
    /// @throws IOException also if it is larger than 10 MB
    byte[] fetch(URI image) throws IOException;
}
