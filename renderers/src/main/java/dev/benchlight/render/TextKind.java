package dev.benchlight.render;

import java.util.regex.Pattern;

/// What text is, guessed from its start: which view shows it best. Markdown joins, hides and moves
/// characters, so what may as well be a log, a table or code is plain.
public enum TextKind {
    JSON,
    /// XML, HTML and SVG.
    MARKUP,
    MARKDOWN,
    PLAIN;

    private static final Pattern JSON_START =
            Pattern.compile(
                    "\\{\\s*(?:\"|}\\s*$|$)"
                            + "|\\[\\s*(?:[\\[{\"]|$|]\\s*$"
                            + "|(?:-?\\d[\\d.eE+-]*|true|false|null)\\s*(?:,|]\\s*$))");
    private static final Pattern MARKUP_START =
            Pattern.compile("(?i)<(?:\\?xml|!doctype|html|svg)\\b");
    private static final Pattern DIFF =
            Pattern.compile("(?m)^(?:diff --git |@@ -\\d)|\\A(?:--- \\S|Index: )");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(?:```|~~~).*");

    /// Signs that prose, lists and code in Markdown carry and nothing else does often.
    private static final Pattern STRONG =
            Pattern.compile(
                    " {0,3}#{1,6} +\\S.*"
                            + "|\\s*[-*+] \\[[ xX]] \\S.*"
                            + "|(?=.*\\|) *\\|?(?: *:?-{2,}:? *\\|)*(?: *:?-{2,}:? *)?"
                            + "|.*(?<![\\w\\])])!?\\[[^\\]]{1,200}]\\([^)\\s]*[/.#:][^)\\s]*\\).*"
                            + "|.*(?<![\\w*])\\*\\*[^\\s*][^*]{0,200}\\*\\*(?![\\w*]).*");

    private static final Pattern LIST = Pattern.compile(" {0,3}(?:[-*+]|\\d{1,3}[.)]) +\\S.*");
    private static final Pattern WEAK =
            Pattern.compile(" {0,3}> ?\\S.*|.*(?<!`)`[^`\\s][^`]{0,200}`(?!`).*");

    /// Lines of logs, configuration, code, tables and transcripts.
    private static final Pattern OTHER =
            Pattern.compile(
                    "\\[?\\d{4}[-/]\\d\\d[-/]\\d\\d[T ].*"
                            + "|\\[?\\d{1,2}:\\d\\d:\\d\\d.*"
                            + "|[A-Z][a-z]{2} +\\d{1,2} \\d\\d:.*"
                            + "|\\[?(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\\b.*"
                            + "|\\S+ - \\S+ \\[.*"
                            + "|\\s+at [\\w.$/]+\\(.*"
                            + "|\\s*(?:- )?[a-z\"'][\\w.\"'/-]*:(?: .*)?"
                            + "|\\s*[\\w.-]+ *[+:]?= *\\S.*|\\[[\\w. \"-]+]"
                            + "|.*[;{}]\\s*|.*\\)\\s*:|\\s*[\\w.]+\\(.*\\)|\\s*\\*/.*|\\s*/\\*.*"
                            + "|\\s*(?:import|export|def|class|function|const|let|var|public"
                            + "|private|package|using|return)\\b(?! (?:a|an|the)\\b).*"
                            + "|\\s*(?:#include|#!|@\\w+|//).*"
                            + "|(?:FROM|RUN|COPY|CMD|ENV|WORKDIR|SELECT|INSERT|UPDATE|DELETE"
                            + "|CREATE|WHERE) .*"
                            + "|(?:\\$|npm|npx|cd|git|sudo|apt|apt-get|pip|docker|curl|echo|set"
                            + "|mkdir|mvn) \\S.*|.* && .*"
                            + "|[^|]*\\S(?: {3,}|\\t)\\S.*"
                            + "|\\s*</?[a-zA-Z].*");

    /// Looks at all of `start`, so hand in no more than a few KB. Takes no more than linear time.
    public static TextKind of(String start) {
        String text = start.strip();
        if (text.startsWith("\ufeff")) {
            text = text.substring(1).stripLeading();
        }
        if (JSON_START.matcher(text).lookingAt()) {
            return JSON;
        }
        if (MARKUP_START.matcher(text).lookingAt()) {
            return MARKUP;
        }
        boolean other = text.startsWith("#!") || DIFF.matcher(text).find();
        return !other && isMarkdown(withoutFrontMatter(text)) ? MARKDOWN : PLAIN;
    }

    private static String withoutFrontMatter(String text) {
        int end = text.startsWith("---\n") ? text.indexOf("\n---\n", 3) : -1;
        return end < 0 ? text : text.substring(end + 5);
    }

    private static boolean isMarkdown(String text) {
        int lines = 0;
        int strong = 0;
        int listed = 0;
        int weak = 0;
        int other = 0;
        boolean fenced = false;
        for (String line : text.split("\n", -1)) {
            if (FENCE.matcher(line).matches()) {
                fenced = !fenced;
                strong++;
            } else if (!fenced && !line.isBlank()) {
                lines++;
                String tidy = line.stripTrailing();
                strong += STRONG.matcher(tidy).matches() ? 1 : 0;
                listed += LIST.matcher(tidy).matches() ? 1 : 0;
                weak += WEAK.matcher(tidy).matches() ? 1 : 0;
                other += OTHER.matcher(tidy).matches() ? 1 : 0;
            }
        }
        boolean signs = strong > 0 || weak > 0 || listed > 1;
        return signs && (lines == 0 || other * 2 < lines);
    }
}
