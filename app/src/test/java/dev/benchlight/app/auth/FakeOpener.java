package dev.benchlight.app.auth;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// A program `xdg-open` that writes down what it is to open, and is a browser whose user agrees to
/// everything.
public final class FakeOpener {
    private final Path folder;
    private final Path opened;

    /// @param folder an empty one, for the `PATH`
    public FakeOpener(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.opened = folder.resolve("opened.txt");
        Path script =
                Files.writeString(
                        folder.resolve("xdg-open"),
                        """
                        #!/bin/sh
                        printf '%%s\\n' "$@" >> '%s'
                        exec '%s' -XX:TieredStopAtLevel=1 -cp '%s' %s "$@"
                        """
                                .formatted(
                                        opened,
                                        Path.of(System.getProperty("java.home"), "bin", "java"),
                                        System.getProperty("java.class.path"),
                                        FakeOpener.class.getName()));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    /// For the variable `PATH`.
    public String path() {
        return folder.toString();
    }

    /// The pages it was given, in order.
    public List<String> opened() throws IOException {
        return Files.exists(opened) ? Files.readAllLines(opened) : List.of();
    }

    /// Goes where the page redirects to.
    public static void main(String[] arguments) throws IOException {
        visit(arguments[0]);
    }

    /// What the user does.
    public static void visit(String address) throws IOException {
        HttpURLConnection page = get(address);
        page.getResponseCode();
        get(page.getHeaderField("Location")).getResponseCode();
    }

    private static HttpURLConnection get(String url) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        return connection;
    }
}
