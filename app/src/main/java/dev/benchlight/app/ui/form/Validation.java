package dev.benchlight.app.ui.form;

import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.json.JsonSyntaxException;
import dev.benchlight.mcp.schema.SchemaProblem;
import dev.benchlight.mcp.schema.SchemaValidator;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Checks a text against a schema away from the JavaFX thread, a moment after the last change. The
/// answer to an older text is dropped.
final class Validation {
    private final FxBatcher batcher;
    private final JsonNode schema;
    private final Consumer<Validity> show;
    private final PauseTransition pause = new PauseTransition(Duration.millis(150));
    private long newest;

    Validation(FxBatcher batcher, JsonNode schema, Consumer<Validity> show) {
        this.batcher = batcher;
        this.schema = schema;
        this.show = show;
    }

    void later(ArgumentsModel model) {
        newest++;
        show.accept(new Validity.Checking());
        pause.setOnFinished(e -> now(model, validity -> {}));
        pause.playFromStart();
    }

    void now(ArgumentsModel model, Consumer<Validity> whenDone) {
        pause.stop();
        long number = ++newest;
        JsonSyntaxException error = model.error().orElse(null);
        JsonDocument document = model.document().orElse(null);
        if (document == null) {
            Validity broken =
                    error == null
                            ? new Validity.NotJson("the text is empty", 0)
                            : new Validity.NotJson(error.getMessage(), error.offset());
            show.accept(broken);
            batcher.run(() -> whenDone.accept(broken));
            return;
        }
        List<SchemaProblem> unfit = model.unfit();
        Thread.ofVirtual()
                .name("validate-arguments")
                .start(() -> {
                    List<SchemaProblem> problems = new ArrayList<>(unfit);
                    SchemaValidator.validate(schema, document.tree()).stream()
                            .filter(p -> unfit.stream().noneMatch(u -> isAt(u, p)))
                            .forEach(problems::add);
                    batcher.run(() -> done(number, problems, whenDone));
                });
    }

    private static boolean isAt(SchemaProblem one, SchemaProblem other) {
        return one.pointer().equals(other.pointer());
    }

    private void done(long number, List<SchemaProblem> problems, Consumer<Validity> whenDone) {
        Validity validity = new Validity.Checked(problems);
        if (number == newest) {
            show.accept(validity);
        }
        whenDone.accept(validity);
    }
}
