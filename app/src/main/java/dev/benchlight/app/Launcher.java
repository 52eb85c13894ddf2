package dev.benchlight.app;

import dev.benchlight.app.demo.Demo;

import java.io.IOException;
import java.util.List;

/// Where the program starts. Not a JavaFX `Application`, so that it starts from the class path and
/// the command line loads no JavaFX class.
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (List.of(arguments).equals(List.of("demo", "--stdio"))) {
            System.exit(Demo.stdio(System.in, System.out));
        }
        System.exit(Demo.http(0, System.in, System.out));
    }
}
