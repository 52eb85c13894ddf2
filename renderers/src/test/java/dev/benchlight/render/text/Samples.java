package dev.benchlight.render.text;

/// Text that is hard to show well.
final class Samples {
    static final String ODD =
            """
            {
              "plain": "text", "number": -12.5e3, "truth": true, "nothing": null,
            \t"tab": "a\tb",
              "control": "\u0000\u0007\u001b[31mred\u001b[0m",
              "bidi": "invoice\u202efdp.exe\u202c",
              "zero": "a\u200bb\u00adc\ufeffd",
              "wide": "日本語 한국어 😀 ok",
              "hebrew": "שלום עולם!", "arabic": "مرحبا بالعالم",
              "accents": "e\u0301 é n\u0303",
              "long": "%s"
            }
            """
                    .formatted("the quick brown fox jumps over the lazy dog ".repeat(12));

    private Samples() {}
}
