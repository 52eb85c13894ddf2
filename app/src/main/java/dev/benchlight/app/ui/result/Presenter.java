package dev.benchlight.app.ui.result;

import static java.util.Comparator.comparing;

import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.render.RenderHost;
import dev.benchlight.render.RenderInput;
import dev.benchlight.render.Renderer;
import dev.benchlight.render.RendererRegistry;
import dev.benchlight.render.text.TextRenderer;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Turns a run into a node: parses on a virtual thread, builds on the JavaFX thread. A newer
/// request for a view ends the one before.
final class Presenter {
    /// The views of a whole result.
    enum Mode {
        RENDERED("Rendered"),
        TREE("Tree"),
        RAW("Raw");

        private final String title;

        Mode(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private static final int PARTS_AT_ONCE = 40;

    /// A text of so few characters is shown as high as it is.
    private static final int LOW_TEXT = 2_000;

    private final FxBatcher batcher;
    private final RendererRegistry renderers;
    private final RawSource raw;
    private final Supplier<RenderHost> hosts;
    private @Nullable Thread worker;

    /// @param hosts makes one for each view of a result
    Presenter(TabServices services, Supplier<RenderHost> hosts) {
        this.batcher = services.batcher();
        this.renderers = services.renderers();
        this.raw = services.raw();
        this.hosts = hosts;
    }

    /// What to show, and how much of it.
    ///
    /// @param shown takes the node, on the JavaFX thread
    /// @param most the parts to make; each has views and controls of its own
    record Wish(
            Run run, Mode mode, Optional<JsonNode> outputSchema, Consumer<Node> shown, int most) {
        Wish(Run run, Mode mode, Optional<JsonNode> outputSchema, Consumer<Node> shown) {
            this(run, mode, outputSchema, shown, PARTS_AT_ONCE);
        }

        Wish more() {
            return new Wish(run, mode, outputSchema, shown, most + 5 * PARTS_AT_ONCE);
        }
    }

    void show(Wish wish) {
        stop();
        worker = Thread.ofVirtual().name("present").start(() -> prepare(wish));
    }

    void stop() {
        Thread before = worker;
        worker = null;
        if (before != null) {
            before.interrupt();
        }
    }

    private void prepare(Wish wish) {
        try {
            Run run = wish.run();
            Plan plan =
                    switch (wish.mode()) {
                        case RENDERED ->
                                run.result()
                                        .map(r ->
                                                Planner.plan(run.request(), r, wish.outputSchema()))
                                        .orElse(new Plan(List.of(), List.of()));
                        case TREE -> single("result", run.result().map(Presenter::tree));
                        case RAW -> single("answer", raw(run));
                    };
            RenderHost host = hosts.get();
            int most = Math.min(wish.most(), plan.parts().size());
            List<BlockView.Ready> ready = new ArrayList<>();
            for (Part part : plan.parts().subList(0, most)) {
                ready.add(ready(part, views(part, wish.mode()), host));
            }
            Thread self = Thread.currentThread();
            batcher.run(() -> {
                if (self.equals(worker)) {
                    wish.shown().accept(build(wish, plan, ready, host));
                }
            });
        } catch (InterruptedException _) {
            // A newer view was asked for.
        }
    }

    private static RenderInput tree(JsonNode json) {
        return new RenderInput.Json("result", json);
    }

    private static Plan single(String label, Optional<RenderInput> input) {
        return input.map(i -> new Plan(List.of(new Part(label, i, "")), List.of()))
                .orElse(
                        new Plan(
                                List.of(),
                                List.of(new Plan.Check(true, "There was no answer to show."))));
    }

    /// The exact bytes if they are stored, else the result written anew.
    private Optional<RenderInput> raw(Run run) {
        Optional<byte[]> stored = Optional.ofNullable(run.span()).flatMap(raw::response);
        return stored.map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .or(() -> run.result().map(JsonNode::toString))
                .map(text -> new RenderInput.Text("answer.json", "text/plain", text));
    }

    /// The best first; of a raw answer, its characters as they came.
    private List<Renderer> views(Part part, Mode mode) {
        List<Renderer> views = renderers.views(part.input());
        return mode != Mode.RAW
                ? views
                : views.stream()
                        .sorted(comparing(view -> !(view instanceof TextRenderer)))
                        .toList();
    }

    private static BlockView.Ready ready(Part part, List<Renderer> views, RenderHost host)
            throws InterruptedException {
        if (views.isEmpty()) {
            String text = part.input().toString();
            return new BlockView.Ready(part, views, () -> Parts.paragraph(text));
        }
        return new BlockView.Ready(part, views, views.getFirst().render(part.input(), host));
    }

    /// Whether a part has nothing to fill the pane with.
    private static boolean isLow(Part part) {
        return switch (part.input()) {
            case RenderInput.Text text -> text.text().length() < LOW_TEXT;
            case RenderInput.Bytes bytes -> bytes.mediaType().startsWith("audio/");
            default -> false;
        };
    }

    private Node build(Wish wish, Plan plan, List<BlockView.Ready> ready, RenderHost host) {
        VBox all = new VBox();
        all.getStyleClass().add("blocks");
        if (wish.mode() == Mode.RENDERED && wish.run().outcome() instanceof Outcome.ToolError<?>) {
            Label banner = Parts.paragraph("The tool reported an error", "tool-error-banner");
            banner.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
            banner.setMaxWidth(Double.MAX_VALUE);
            all.getChildren().add(banner);
        }
        for (Plan.Check check : plan.checks()) {
            Label label = Parts.paragraph(check.text(), "check", check.good() ? "good" : "bad");
            label.setGraphic(new FontIcon(check.good() ? Feather.CHECK : Feather.ALERT_CIRCLE));
            all.getChildren().add(label);
        }
        for (BlockView.Ready part : ready) {
            BlockView view = new BlockView(part, host, batcher);
            if (wish.mode() != Mode.RENDERED || ready.size() == 1 && !isLow(part.part())) {
                VBox.setVgrow(view, Priority.ALWAYS);
            }
            all.getChildren().add(view);
        }
        int left = plan.parts().size() - ready.size();
        if (left > 0) {
            String name = String.format(Locale.ROOT, "%,d more parts: show more", left);
            all.getChildren().add(Parts.text(Feather.CHEVRON_DOWN, name, () -> show(wish.more())));
        }
        if (ready.size() == 1) {
            return all;
        }
        return Parts.scrolled(all);
    }
}
