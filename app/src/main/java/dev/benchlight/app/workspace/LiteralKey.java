package dev.benchlight.app.workspace;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells a value that looks like a key, a token or a password, and should not stand in a file.
final class LiteralKey {
    private static final Pattern SHAPE =
            Pattern.compile(
                    "(?:(?i:bearer|basic)"
                            + " )?(?:sk-|sk_|pk_live_|rk_live_|gh[pousr]_|github_pat_|glpat-|xox[abprs]-"
                            + "|AKIA|AIza|eyJ|hf_|npm_|ntn_|lin_api_|pplx-|gsk_|figd_|ATATT).{8,}.*");
    private static final Pattern NAME =
            Pattern.compile(
                    "(?i).*(api[-_]?key|token|secret|passw(or)?d|credential|authorization|private[-_]?key).*");

    /// `--name=value`, `NAME=value`, and `Name: value` of a header.
    private static final Pattern PAIR = Pattern.compile("(-{0,2}[A-Za-z0-9_.-]+)(?:=|:\\s+)(.+)");

    private LiteralKey() {}

    static boolean isLikely(String name, String value) {
        if (value.contains("${") || value.isBlank()) {
            return false;
        }
        boolean named =
                NAME.matcher(name).matches() && value.length() >= 8 && !value.startsWith("/");
        return named || SHAPE.matcher(value).matches();
    }

    /// Remarks on a value that is likely one.
    static void remark(List<String> remarks, String name, String value) {
        if (isLikely(name, value)) {
            remarks.add(remark(name));
        }
    }

    static String remark(String name) {
        return name + " holds what looks like a key; write ${secret:NAME} instead of it.";
    }

    /// Remarks on arguments that are likely one, by the option they belong to or by their shape.
    static void remark(List<String> remarks, List<String> arguments) {
        String option = "";
        for (String argument : arguments) {
            Matcher pair = PAIR.matcher(argument);
            if (pair.matches()) {
                remark(remarks, pair.group(1), pair.group(2));
                option = "";
            } else if (argument.startsWith("-")) {
                option = argument;
            } else {
                remark(remarks, option.isEmpty() ? "An argument" : option, argument);
                option = "";
            }
        }
    }
}
