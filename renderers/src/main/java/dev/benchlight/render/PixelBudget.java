package dev.benchlight.render;

/// How many pixels the images of one result hold together, so that a small message of many large
/// pictures does not fill the memory. Thread-safe.
public final class PixelBudget {
    /// 80 MB here, and as much again for the screen.
    static final long MOST = 20_000_000;

    private long held;

    /// Takes room for an image; one by itself always fits.
    ///
    /// @return whether there was room
    public synchronized boolean take(long pixels) {
        if (held > 0 && held + pixels > MOST) {
            return false;
        }
        held += pixels;
        return true;
    }

    /// Takes room whether there is any or not.
    public synchronized void force(long pixels) {
        held += pixels;
    }

    /// Gives room back.
    public synchronized void give(long pixels) {
        held -= pixels;
    }
}
