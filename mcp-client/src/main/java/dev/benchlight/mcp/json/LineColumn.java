package dev.benchlight.mcp.json;

/// A place in a text as people count: lines and columns from 1, columns in characters as they are
/// seen, a line ending with `\n`, `\r\n` or `\r`. Immutable.
public record LineColumn(int line, int column) {

    /// Where the UTF-16 unit at `offset` stands; the end of the text if it is beyond that.
    public static LineColumn of(String text, int offset) {
        int end = Math.clamp(offset, 0, text.length());
        int line = 1;
        int start = 0;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean endsLine = c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1));
            if (endsLine) {
                line++;
                start = i + 1;
            }
        }
        return new LineColumn(line, text.codePointCount(start, end) + 1);
    }

    @Override
    public String toString() {
        return "line " + line + ", column " + column;
    }
}
