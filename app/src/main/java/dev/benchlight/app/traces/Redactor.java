package dev.benchlight.app.traces;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Replaces known secret values by as many asterisks, also where they stand URL-encoded,
/// JSON-escaped or within Base64 text. Knows nothing until told. Thread-safe.
public final class Redactor {
    private static final int SHORTEST = 4;

    private volatile List<byte[]> forms = List.of();

    /// Adds values that must not be stored. Those of fewer than four characters are left out: they
    /// would blot out half of every text.
    public synchronized void add(Collection<String> secrets) {
        Set<String> texts = new LinkedHashSet<>();
        for (String secret : secrets) {
            if (secret.length() >= SHORTEST) {
                addForms(secret, texts);
            }
        }
        List<byte[]> all = new ArrayList<>(forms);
        texts.forEach(text -> all.add(text.getBytes(StandardCharsets.UTF_8)));
        all.sort((a, b) -> Integer.compare(b.length, a.length));
        forms = List.copyOf(all);
    }

    private static void addForms(String secret, Set<String> texts) {
        texts.add(secret);
        texts.add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
        texts.add(secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/"));
        String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        texts.add(url);
        texts.add(url.replace("+", "%20"));
        for (int shift = 0; shift < 3; shift++) {
            String core = base64Core(secret, shift);
            if (core.length() >= SHORTEST) {
                texts.add(core);
                texts.add(core.replace('+', '-').replace('/', '_'));
            }
        }
    }

    /// The Base64 characters that depend on the secret alone when `shift` bytes stand before it.
    private static String base64Core(String secret, int shift) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        byte[] shifted = new byte[bytes.length + shift];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int first = (shift * 8 + 5) / 6;
        int last = shifted.length * 8 / 6;
        return text.substring(first, Math.max(first, last));
    }

    /// A copy of the bytes, of equal length, without secrets; the bytes themselves if none are
    /// known.
    byte[] redact(byte[] bytes) {
        List<byte[]> known = forms;
        if (known.isEmpty()) {
            return bytes;
        }
        byte[] result = bytes.clone();
        for (byte[] form : known) {
            int at = indexOf(result, form, 0);
            while (at >= 0) {
                Arrays.fill(result, at, at + form.length, (byte) '*');
                at = indexOf(result, form, at + form.length);
            }
        }
        return result;
    }

    String redact(String text) {
        if (forms.isEmpty() || text.isEmpty()) {
            return text;
        }
        return new String(redact(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    private static int indexOf(byte[] text, byte[] form, int from) {
        for (int i = from; i <= text.length - form.length; i++) {
            if (text[i] == form[0]
                    && Arrays.equals(text, i, i + form.length, form, 0, form.length)) {
                return i;
            }
        }
        return -1;
    }
}
