package dev.benchlight.render.syntax;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The lexer for a language name as it stands after a Markdown fence.
public final class Languages {
    private static final Lexer PLAIN = _ -> List.of();
    private static final String JAVA_WORDS =
            "abstract assert boolean break byte case catch char class const continue default do"
                    + " double else enum extends final finally float for if implements import"
                    + " instanceof int interface long native new null package private protected public"
                    + " record return sealed short static super switch synchronized this throw throws"
                    + " transient true false try var void volatile while yield permits when fun val"
                    + " object override suspend using namespace string bool struct unsigned const_cast"
                    + " auto template typename nullptr";
    private static final String JS_WORDS =
            "abstract any as async await boolean break case catch class const continue debugger"
                    + " declare default delete do else enum export extends false finally for from"
                    + " function get if implements import in instanceof interface keyof let namespace"
                    + " new null number of private protected public readonly return satisfies set"
                    + " static string super switch this throw true try type typeof undefined unknown"
                    + " var void while with yield";
    private static final String PYTHON_WORDS =
            "False None True and as assert async await break case class continue def del elif else"
                    + " except finally for from global if import in is lambda match nonlocal not or"
                    + " pass raise return self try while with yield";
    private static final String SHELL_WORDS =
            "if then else elif fi for in do done while until case esac function return export local"
                    + " readonly set unset source exit cd echo test sudo true false";
    private static final String SYSTEM_WORDS =
            "as async await break case chan const continue crate default defer else enum extern"
                    + " false fallthrough fn for func go goto if impl import in interface let loop"
                    + " map match mod move mut nil package pub range ref return select self static"
                    + " struct super switch trait true type unsafe use var where while string int"
                    + " bool error";
    private static final String SQL_WORDS =
            "select from where and or not insert into values update set delete create table drop"
                    + " alter index join left right inner outer on group by order having limit as"
                    + " distinct union null primary key";

    private Languages() {}

    /// Never fails: an unknown language is plain.
    public static Lexer lexer(String language) {
        return switch (language.toLowerCase(Locale.ROOT)) {
            case "json", "json5", "jsonc", "jsonl", "ndjson" -> new JsonLexer();
            case "java",
                    "kotlin",
                    "kt",
                    "c",
                    "cpp",
                    "c++",
                    "h",
                    "cs",
                    "csharp",
                    "scala",
                    "groovy" ->
                    curly(JAVA_WORDS, "\"'");
            case "js", "javascript", "jsx", "mjs", "ts", "typescript", "tsx" ->
                    curly(JS_WORDS, "\"'`");
            case "go", "golang", "rust", "rs", "swift" -> curly(SYSTEM_WORDS, "\"`");
            case "py", "python" -> new CodeLexer(words(PYTHON_WORDS), List.of("#"), "", "", "\"'");
            case "sh", "bash", "shell", "zsh", "console", "dockerfile", "makefile" ->
                    new CodeLexer(words(SHELL_WORDS), List.of("#"), "", "", "\"'");
            case "sql" -> sql();
            case "yaml", "yml" -> LineLexer.YAML;
            case "toml", "ini", "properties", "env", "dotenv" -> LineLexer.PROPERTIES;
            case "xml", "html", "svg", "xhtml", "fxml" -> new MarkupLexer();
            case "diff", "patch" -> LineLexer.DIFF;
            default -> PLAIN;
        };
    }

    private static Lexer curly(String keywords, String quotes) {
        return new CodeLexer(words(keywords), List.of("//"), "/*", "*/", quotes);
    }

    private static Lexer sql() {
        Set<String> keywords = new HashSet<>(words(SQL_WORDS));
        keywords.addAll(words(SQL_WORDS.toUpperCase(Locale.ROOT)));
        return new CodeLexer(keywords, List.of("--"), "/*", "*/", "'\"");
    }

    private static Set<String> words(String words) {
        return Set.copyOf(new HashSet<>(Arrays.asList(words.split(" ", -1))));
    }
}
