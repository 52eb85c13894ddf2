package dev.benchlight.render;

import java.util.function.Consumer;

/// What a rendering may ask of the program around it. Called on the JavaFX thread; returns at once.
public interface RenderHost {
    /// The user clicked a link. The host checks the target, asks, and opens it or not.
    void openLink(String target);

    /// The user wants these bytes in a file of their choice.
    void save(String suggestedName, byte[] bytes);

    /// The user wants this text on the clipboard.
    void copy(String text);

    /// The user asked to load one remote image. The host fetches it, or not, and hands the bytes to
    /// `loaded` on the JavaFX thread.
    void loadImage(String target, Consumer<byte[]> loaded);

    /// What the images shown through this host may hold together. Called on any thread.
    PixelBudget pixels();

    /// The user wants to read a resource that a link names.
    void openResource(String uri);
}
