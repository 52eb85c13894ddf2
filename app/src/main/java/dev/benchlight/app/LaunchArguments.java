package dev.benchlight.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Run by the build: writes down the JDK and the class path that it chose, so that the `benchlight`
/// script starts without Maven.
final class LaunchArguments {
    private LaunchArguments() {}

    public static void main(String[] arguments) throws IOException {
        Path target = Path.of(arguments[0]);
        String jar = arguments[1];
        // Jars only: a class data archive cannot be made of folders.
        String classPath =
                System.getProperty("java.class.path")
                        .replace(target.resolve("classes").toString(), jar)
                        .replace("\\", "\\\\");
        Files.writeString(
                target.resolve("benchlight.args"),
                """
                --enable-native-access=ALL-UNNAMED
                -XX:+UseSerialGC
                -XX:+UseCompactObjectHeaders
                -classpath
                "%s"
                dev.benchlight.app.Launcher
                """
                        .formatted(classPath));
        Files.writeString(target.resolve("jdk-home"), System.getProperty("java.home"));
    }
}
