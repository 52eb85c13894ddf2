package dev.benchlight.mcp.schema;

/// A text that can be read only so often: what a pattern costs is counted in characters read and
/// not in time, so that the answer is the same on a busy machine. Reading on throws [Spent]. For
/// one thread.
public final class MeteredText implements CharSequence {
    private final String text;
    private final long cost;
    private final long budget;
    private long spent;

    /// @param cost of reading one character, in units of `budget`
    public MeteredText(String text, long cost, long budget) {
        this.text = text;
        this.cost = cost;
        this.budget = budget;
    }

    /// The text was read too often. Says nothing of where, for it is thrown often.
    public static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Spent() {
            super("the budget of a pattern is spent", null, false, false);
        }
    }

    /// What reading has cost, which is over the budget once [Spent] was thrown.
    public long spent() {
        return spent;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        spent += cost;
        if (spent > budget) {
            throw new Spent();
        }
        return text.charAt(index);
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
