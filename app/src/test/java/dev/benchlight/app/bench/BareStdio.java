package dev.benchlight.app.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The bare loop over a child's pipes.
final class BareStdio implements BareLoop {
    private final Process process;
    private final OutputStream out;
    private final BufferedReader in;

    BareStdio(List<String> command) throws IOException {
        process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        out = process.getOutputStream();
        in = process.inputReader(StandardCharsets.UTF_8);
        send(INITIALIZE);
        receive("\"id\":0");
        send(INITIALIZED);
    }

    @Override
    public void call(int id) throws IOException {
        send(BareLoop.echo(id));
        receive("\"id\":" + id);
    }

    private void send(String message) throws IOException {
        out.write((message + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void receive(String mark) throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.contains(mark)) {
                return;
            }
        }
        throw new IOException("the server ended");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
