package dev.benchlight.app.auth;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The user's browser, started as a program with arguments, never by a shell. Thread-safe.
public final class SystemBrowser {
    private static final int SOON_SECONDS = 2;

    private final String system;
    private final Map<String, String> environment;

    /// @param environment of this process
    public SystemBrowser(Map<String, String> environment) {
        this(System.getProperty("os.name", ""), environment);
    }

    SystemBrowser(String system, Map<String, String> environment) {
        this.system = system.toLowerCase(Locale.ROOT);
        this.environment = Map.copyOf(environment);
    }

    /// Opens a page for signing in.
    ///
    /// @throws IOException [WebPage] refuses it, or there is no browser
    public void open(URI page) throws IOException {
        URI checked =
                WebPage.of(page.toString())
                        .orElseThrow(() ->
                                new IOException(
                                        "only https pages, and http ones of this machine, are opened"));
        start(checked);
    }

    /// Opens a page that was checked otherwise. Waits a moment for the program to say that it
    /// cannot.
    ///
    /// @throws IOException there is no browser, or it says so
    public void start(URI page) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command(page.toASCIIString()))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        // A browser lives long, and has no use for our secrets.
        builder.environment().keySet().removeIf(name -> name.startsWith("BENCHLIGHT_"));
        Process opener = builder.start();
        try {
            if (opener.waitFor(SOON_SECONDS, TimeUnit.SECONDS) && opener.exitValue() != 0) {
                String program =
                        String.valueOf(Path.of(builder.command().getFirst()).getFileName());
                throw new IOException(program + " ended with code " + opener.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    List<String> command(String page) throws IOException {
        if (system.startsWith("windows")) {
            String root = environment.getOrDefault("SystemRoot", "C:\\Windows");
            return List.of(root + "\\System32\\rundll32.exe", "url.dll,FileProtocolHandler", page);
        }
        return system.startsWith("mac")
                ? List.of("/usr/bin/open", page)
                : List.of(found("xdg-open"), page);
    }

    private String found(String program) throws IOException {
        for (String folder : environment.getOrDefault("PATH", "").split(":", -1)) {
            // What a relative folder holds depends on where this process was started.
            Path file = Path.of(folder, program);
            if (file.isAbsolute() && Files.isRegularFile(file) && Files.isExecutable(file)) {
                return file.toString();
            }
        }
        throw new IOException("there is no " + program + " on the PATH");
    }
}
