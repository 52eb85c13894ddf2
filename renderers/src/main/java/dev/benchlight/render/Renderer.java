package dev.benchlight.render;

/// Shows one kind of content.
public interface Renderer {
    /// The view's name in the interface, such as "Markdown".
    String title();

    /// Whether this view makes sense for the input; cheap, looks at no more than the first few KB.
    boolean accepts(RenderInput input);

    /// Parses and measures, off the JavaFX thread; may take long and is interrupted when the user
    /// goes on. Content that is broken or over a limit gives a rendering that says so; it never
    /// throws for what it was given, and it fetches nothing.
    Rendering render(RenderInput input, RenderHost host) throws InterruptedException;
}
