package dev.benchlight.app.ui.servers;

/// Text in which nothing can hide: control characters, and those that turn the direction of writing
/// or have no width, are spelled out.
final class VisibleText {
    private VisibleText() {}

    static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints()
                .forEach(point -> {
                    if (isHidden(point)) {
                        visible.append("⟨U+%04X⟩".formatted(point));
                    } else {
                        visible.appendCodePoint(point);
                    }
                });
        return visible.toString();
    }

    private static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    true;
            case Character.SPACE_SEPARATOR -> point != ' ';
            default -> false;
        };
    }
}
