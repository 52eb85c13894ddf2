package dev.benchlight.app.ui.apps;

import dev.benchlight.app.apps.AppFinding;
import dev.benchlight.app.apps.AppLint;
import dev.benchlight.app.apps.AppPage;
import dev.benchlight.app.apps.AppPolicy;
import dev.benchlight.app.apps.AppWrapper;
import dev.benchlight.app.ui.fx.Dialogs;
import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.app.ui.server.Fact;

import java.util.ArrayList;
import java.util.List;

/// What there is to say of an app, worked out once. Pure, and not quick.
///
/// @param wrapper the page to open it in; empty where it is not to be opened
record AppFacts(List<Fact> facts, Dialogs.Question question, String wrapper) {
    static AppFacts of(String server, AppPage page) {
        AppPolicy policy = AppPolicy.of(page.ui());
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("URI", page.uri()));
        facts.add(
                Fact.of(
                        "Type",
                        page.mimeType() + " · %,d characters".formatted(page.html().length())));
        facts.add(Fact.of("May request", origins(policy.connect())));
        facts.add(Fact.of("May load from", origins(policy.resources())));
        facts.add(Fact.of("May frame", origins(policy.frames())));
        facts.add(Fact.of("Base address", origins(policy.bases())));
        String permissions = String.join(", ", page.ui().path("permissions").propertyNames());
        facts.add(
                Fact.of(
                        "Permissions",
                        permissions.isEmpty() ? "none asked for" : permissions + " (not granted)"));
        String border = page.ui().path("prefersBorder").asString("");
        facts.add(Fact.of("Prefers border", border.isEmpty() ? "not said" : border));
        facts.add(Fact.of("Own domain", page.ui().path("domain").asString("")));
        List<AppFinding> findings = AppLint.of(page);
        facts.add(Fact.of("Findings", findings.isEmpty() ? "none" : listed(findings)));
        boolean opens = !page.html().isBlank() && page.html().length() <= AppLint.LARGEST;
        return new AppFacts(
                List.copyOf(facts),
                question(server, page, policy),
                opens ? AppWrapper.of(page) : "");
    }

    private static String origins(List<String> origins) {
        return origins.isEmpty() ? "nothing" : String.join(", ", origins);
    }

    private static String listed(List<AppFinding> findings) {
        return String.join(
                "\n", findings.stream().map(one -> one.code() + ": " + one.message()).toList());
    }

    private static Dialogs.Question question(String server, AppPage page, AppPolicy policy) {
        List<String> reached = policy.reached();
        String contacts =
                reached.isEmpty() ? "It may contact nobody" : "It may contact what is listed below";
        String text =
                "“"
                        + VisibleText.name(server)
                        + "” sent this page. Its scripts run in your browser, in a frame that is cut"
                        + " off from other pages and from your files. "
                        + contacts
                        + ", though browsers do not stop empty connections (preconnect)."
                        + " It gets no results and cannot call tools.";
        String details =
                VisibleText.of(
                        page.uri()
                                + "\n\n"
                                + (reached.isEmpty() ? "" : String.join("\n", reached) + "\n\n")
                                + String.join(";\n", policy.directives()));
        return new Dialogs.Question(
                "Open app in browser", text, details, "Open in browser", "Don't open");
    }
}
