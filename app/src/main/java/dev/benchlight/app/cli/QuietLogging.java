package dev.benchlight.app.cli;

/// A configuration of `java.util.logging` without any handler: what libraries log does not get
/// between the lines of a command. Made by the JDK, and only if something does log.
public final class QuietLogging {
    private static final String PROPERTY = "java.util.logging.config.class";

    /// Configures nothing.
    public QuietLogging() {}

    /// Holds for whatever has not logged yet; a choice of the user's own stays.
    static void install() {
        System.getProperties().putIfAbsent(PROPERTY, QuietLogging.class.getName());
    }
}
