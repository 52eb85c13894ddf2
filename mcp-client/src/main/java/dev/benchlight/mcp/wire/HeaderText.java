package dev.benchlight.mcp.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/// A text as the value of an HTTP header ("Streamable HTTP", "Value Encoding", 2026-07-28).
public final class HeaderText {
    private static final String BEGIN = "=?base64?";
    private static final String END = "?=";

    private HeaderText() {}

    /// The text itself where a header can hold it, else its Base64 form with marks around it.
    public static String of(String text) {
        boolean plain =
                text.chars().allMatch(c -> c == '\t' || (c >= 0x20 && c <= 0x7E))
                        && text.equals(text.strip())
                        && !(text.startsWith(BEGIN) && text.endsWith(END));
        return plain
                ? text
                : BEGIN + Base64.getEncoder().encodeToString(text.getBytes(UTF_8)) + END;
    }
}
