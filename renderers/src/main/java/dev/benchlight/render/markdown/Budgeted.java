package dev.benchlight.render.markdown;

/// Text that may only be read so often: the parser takes far more than linear time for some inputs
/// and knows no interruption, so its source ends it. For one thread.
final class Budgeted implements CharSequence {
    /// The reader had its share, or its thread was interrupted. Carries no stack trace.
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1;

        Spent() {
            super("spent", null, false, false);
        }
    }

    /// Ordinary documents need some 100 reads a character.
    private static final long READS_PER_CHARACTER = 1_000;

    private static final long LEAST = 20_000_000;
    private static final int STRETCH = 0xffff;

    private final String text;
    private final long most;
    private long reads;

    Budgeted(String text) {
        this.text = text;
        most = LEAST + text.length() * READS_PER_CHARACTER;
    }

    @Override
    public char charAt(int index) {
        reads++;
        if ((reads & STRETCH) == 0 && (reads > most || Thread.currentThread().isInterrupted())) {
            throw new Spent();
        }
        return text.charAt(index);
    }

    long reads() {
        return reads;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
