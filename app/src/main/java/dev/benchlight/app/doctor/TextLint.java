package dev.benchlight.app.doctor;

import dev.benchlight.app.text.Hidden;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.Optional;

/// Texts that hide something from whoever reads them, or speak to the model behind the user's back.
/// Of each text the worst is told.
final class TextLint {
    private static final int LONGEST_SAMPLE = 120;

    private final Findings findings;

    TextLint(Findings findings) {
        this.findings = findings;
    }

    /// All texts in it, the names of members included.
    void of(Place place, JsonNode json) {
        node(place, json);
    }

    private void node(Place place, JsonNode node) {
        if (node.isString()) {
            text(place, node.stringValue());
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                Place at = place.at(place.pointer().appendProperty(member.getKey()));
                hidden(at, member.getKey());
                node(at, member.getValue());
            }
        } else if (node.isArray()) {
            JsonPointer pointer = place.pointer();
            for (int i = 0; i < node.size(); i++) {
                node(place.at(pointer.appendIndex(i)), node.path(i));
            }
        }
    }

    private void text(Place place, String text) {
        if (hidden(place, text)) {
            return;
        }
        Optional<Instructions.Suspicion> suspicion = Instructions.in(text);
        suspicion.ifPresent(found ->
                findings.add(
                        "instruction-text",
                        Severity.LOOK_AT,
                        place,
                        "has text " + found.reason() + ": " + sample(text, found.start()),
                        "A model may follow it. See that it says what the tool does, and no more."));
    }

    private boolean hidden(Place place, String text) {
        HiddenText hidden = HiddenText.in(text);
        if (hidden == null) {
            return false;
        }
        int start = first(text);
        switch (hidden) {
            case BIDIRECTIONAL ->
                    findings.add(
                            "bidi-text",
                            Severity.WARNING,
                            place,
                            "has text that changes the reading direction: " + sample(text, start),
                            "What people read is not what a model reads.");
            case INVISIBLE -> {
                String said = HiddenText.tagged(text);
                String says = said.isEmpty() ? "" : ", which say: " + sample(said, 0);
                findings.add(
                        "invisible-text",
                        Severity.WARNING,
                        place,
                        "has text with invisible characters: " + sample(text, start) + says,
                        "People cannot see them; a model can.");
            }
            case TERMINAL ->
                    findings.add(
                            "terminal-escape",
                            Severity.WARNING,
                            place,
                            "has text that steers a terminal: " + sample(text, start),
                            "Printed as it is, it can hide what stands around it.");
            case CONTROL ->
                    findings.add(
                            "control-characters",
                            Severity.WARNING,
                            place,
                            "has text with control characters: " + sample(text, start));
        }
        return true;
    }

    private static int first(String text) {
        int at = 0;
        while (at < text.length() && !Hidden.isHarmful(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at < text.length() ? at : 0;
    }

    /// A piece of it that begins a little before what it is about.
    private static String sample(String text, int about) {
        int start = about < LONGEST_SAMPLE / 2 ? 0 : about - LONGEST_SAMPLE / 3;
        int end = Math.min(text.length(), start + LONGEST_SAMPLE);
        String piece = text.substring(start, end);
        return (start > 0 ? "…" : "") + Hidden.line(piece) + (end < text.length() ? "…" : "");
    }
}
