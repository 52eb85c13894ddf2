package dev.benchlight.mcp.rpc;

/// Reports bugs of those who listen, so that what they listen to goes on.
public final class Bugs {
    private Bugs() {}

    /// Runs what should not throw. What it throws all the same goes to the handler of uncaught
    /// exceptions of the thread.
    public static void survive(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }
}
