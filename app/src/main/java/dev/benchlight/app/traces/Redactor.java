package dev.benchlight.app.traces;

import dev.benchlight.trace.Frame;
import dev.benchlight.trace.FrameId;
import dev.benchlight.trace.SpanEnded;
import dev.benchlight.trace.SpanNote;
import dev.benchlight.trace.SpanStarted;
import dev.benchlight.trace.TraceEvent;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/// Replaces known secret values by as many asterisks, also where they stand in one of the encodings
/// of [SecretForms]. Knows nothing until told. Thread-safe.
public final class Redactor {
    private static final int SHORTEST = 4;

    private volatile Forms forms = Forms.of(List.of());

    /// What is looked for, and the bytes it may begin with.
    private record Forms(List<byte[]> all, BitSet firstBytes) {
        static Forms of(List<byte[]> all) {
            BitSet first = new BitSet(256);
            all.forEach(form -> first.set(form[0] & 0xff));
            return new Forms(List.copyOf(all), first);
        }
    }

    /// Adds values that must not be stored. Those of fewer than four characters are left out: they
    /// would blot out half of every text.
    public synchronized void add(Collection<String> secrets) {
        List<byte[]> all = new ArrayList<>(forms.all());
        for (String secret : secrets) {
            if (secret.length() >= SHORTEST) {
                for (String text : SecretForms.of(secret)) {
                    byte[] form = text.getBytes(StandardCharsets.UTF_8);
                    if (all.stream().noneMatch(known -> Arrays.equals(known, form))) {
                        all.add(form);
                    }
                }
            }
        }
        forms = Forms.of(all);
    }

    /// The events without secrets; the same ones if none are known.
    List<TraceEvent> redact(List<TraceEvent> events) {
        return forms.all().isEmpty() ? events : events.stream().map(this::redact).toList();
    }

    private TraceEvent redact(TraceEvent event) {
        return switch (event) {
            case SpanStarted start ->
                    new SpanStarted(
                            start.id(),
                            start.trace(),
                            start.parent(),
                            start.kind(),
                            redact(start.method()),
                            redact(start.name()),
                            redact(start.where()),
                            redact(start.connection()),
                            start.at());
            case SpanNote note ->
                    new SpanNote(
                            note.span(),
                            note.type(),
                            redact(note.text()),
                            note.data() == null ? null : redact(note.data()),
                            redact(note.frame()),
                            note.at());
            case Frame frame ->
                    new Frame(
                            new FrameId(redact(frame.id().connection()), frame.id().sequence()),
                            frame.span(),
                            redact(frame.where()),
                            frame.direction(),
                            frame.channel(),
                            redact(frame.bytes()),
                            frame.length(),
                            frame.offset(),
                            frame.at());
            case SpanEnded end ->
                    new SpanEnded(
                            end.span(),
                            end.status(),
                            redact(end.summary()),
                            end.bytesSent(),
                            end.bytesReceived(),
                            end.at());
        };
    }

    private @Nullable FrameId redact(@Nullable FrameId id) {
        return id == null ? null : new FrameId(redact(id.connection()), id.sequence());
    }

    /// The text without secrets.
    public String redact(String text) {
        return forms.all().isEmpty() || text.isEmpty()
                ? text
                : new String(redact(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    /// A copy of the bytes, of equal length, without secrets; the bytes themselves if they hold
    /// none.
    byte[] redact(byte[] bytes) {
        Forms known = forms;
        byte[] result = null;
        for (int at = 0; at < bytes.length; at++) {
            if (known.firstBytes().get(bytes[at] & 0xff)) {
                int length = longest(known.all(), bytes, at);
                if (length > 0) {
                    result = result == null ? bytes.clone() : result;
                    Arrays.fill(result, at, at + length, (byte) '*');
                }
            }
        }
        return result == null ? bytes : result;
    }

    /// The length of the longest form that stands there, or 0.
    private static int longest(List<byte[]> forms, byte[] text, int at) {
        int longest = 0;
        for (byte[] form : forms) {
            int end = at + form.length;
            if (form.length > longest
                    && end <= text.length
                    && Arrays.equals(text, at, end, form, 0, form.length)) {
                longest = form.length;
            }
        }
        return longest;
    }
}
