package dev.benchlight.mcp.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Run by the build: writes down the JDK and the class path that it chose, so that
/// `.ci/conformance-client` starts without Maven.
final class LaunchArguments {
    private LaunchArguments() {}

    /// @param arguments the build's folder, and the jars of the module and of its tests without
    ///   their endings
    public static void main(String[] arguments) throws IOException {
        Path target = Path.of(arguments[0]);
        // Jars only: an archive of loaded classes cannot be made of folders.
        String classPath =
                System.getProperty("java.class.path")
                        .replace(
                                target.resolve("test-classes").toString(),
                                arguments[1] + "-tests.jar")
                        .replace(target.resolve("classes").toString(), arguments[1] + ".jar")
                        .replace("\\", "\\\\");
        // It fits the jars of one build only, and is made anew by the next run.
        Path archive = target.resolve("conformance.jsa");
        Files.deleteIfExists(archive);
        Files.writeString(
                target.resolve("conformance.args"),
                """
                -XX:+UseSerialGC
                -XX:TieredStopAtLevel=1
                -XX:+AutoCreateSharedArchive
                "-XX:SharedArchiveFile=%s"
                -Xlog:disable
                -classpath
                "%s"
                dev.benchlight.mcp.conformance.ConformanceClient
                """
                        .formatted(archive, classPath));
        Files.writeString(target.resolve("jdk-home"), System.getProperty("java.home"));
    }
}
