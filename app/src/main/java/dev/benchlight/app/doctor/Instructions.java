package dev.benchlight.app.doctor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words that give a model orders instead of telling it what a tool does. A few patterns with
/// modest reach: what they find may be harmless, and what they do not find may be harmful.
final class Instructions {
    private static final int SHORTEST = 12;

    private static final List<Kind> KINDS =
            List.of(
                    kind(
                            "that would have earlier instructions ignored",
                            "\\b(ignore|disregard|forget|override|bypass)\\b.{0,30}"
                                    + "\\b(previous|prior|above|earlier|preceding|other|system|safety|your)\\b"
                                    + ".{0,20}\\b(instructions?|prompts?|rules|messages|guidelines|directives)\\b"),
                    kind(
                            "that would keep something from the user",
                            "\\b(do not|don't|don’t|never|without|must not|avoid)\\b.{0,20}"
                                    + "\\b(tell|telling|inform|informing|mention|mentioning|reveal|revealing"
                                    + "|notify|notifying|alert|alerting|warn|warning)\\b"
                                    + ".{0,30}\\bthe (user|human|person)\\b"),
                    kind(
                            "with a mark that models take for an order",
                            "<\\s*/?\\s*(important|system|secret|instructions?|admin|critical)\\s*>"
                                    + "|<\\|im_(start|end)\\|>|\\[/?INST\\]|<<SYS>>"),
                    kind(
                            "that would have something read or sent beside the call",
                            "\\b(before|prior to|after|when|whenever|in order to)\\b.{0,20}"
                                    + "\\b(using|calling|invoking|running|use|call|invoke|run)\\b.{0,30}\\btools?\\b"
                                    + ".{0,80}\\b(read|open|fetch|send|include|pass|upload|cat|append|copy|provide)\\b"
                                    + ".{0,60}(~/|\\.env\\b|\\b(credentials?|passwords?|secrets?|private keys?"
                                    + "|ssh keys?|api keys?|access tokens?|conversation|chat history|system prompt)\\b)"),
                    kind(
                            "that names a file of secrets",
                            "~/\\.(ssh|aws|gnupg|kube|docker|netrc|npmrc|cursor)\\b"
                                    + "|\\bid_(rsa|ed25519|ecdsa)\\b|/etc/(passwd|shadow)\\b"));

    /// What no tool needs, and a poisoned one asks the model to fill in.
    private static final Set<String> TELLTALE =
            Set.of(
                    "sidenote",
                    "systemprompt",
                    "conversationhistory",
                    "chathistory",
                    "fullconversation",
                    "previousmessages",
                    "chainofthought",
                    "hiddennote",
                    "sshkey",
                    "envcontents");

    private Instructions() {}

    private record Kind(String reason, Pattern pattern) {}

    /// @param reason follows "text"
    /// @param start where in the text
    record Suspicion(String reason, int start) {}

    private static Kind kind(String reason, String pattern) {
        return new Kind(
                reason, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
    }

    static Optional<Suspicion> in(String text) {
        if (text.length() < SHORTEST) {
            return Optional.empty();
        }
        for (Kind kind : KINDS) {
            Matcher matcher = kind.pattern.matcher(text);
            if (matcher.find()) {
                return Optional.of(new Suspicion(kind.reason, matcher.start()));
            }
        }
        return Optional.empty();
    }

    /// Whether an argument of this name would carry out what the user said to the model.
    static boolean wantsConversation(String argument) {
        return TELLTALE.contains(argument.toLowerCase(Locale.ROOT).replaceAll("[_.\\s-]", ""));
    }
}
