package dev.benchlight.app.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.ui.form.Places.Held;
import dev.benchlight.mcp.schema.SchemaProblem;

import org.junit.jupiter.api.Test;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.concurrent.atomic.AtomicInteger;

class ArgumentsModelTest {
    private static final JsonPointer A = at("/a");
    private static final Held HALF = new Held("{\"half\":", "not JSON yet", true);

    private final ArgumentsModel model = new ArgumentsModel("{\"a\": 1, \"b\": [10, 20, 30]}");

    @Test
    void whatDoesNotParseYetIsKeptAndForbidsToSend() {
        model.hold(A, HALF);

        assertThat(model.held(A)).contains(HALF);
        assertThat(model.text()).isEqualTo("{\"a\": 1, \"b\": [10, 20, 30]}");
        assertThat(new Validity.Checked(model.unfit()).sendable()).isFalse();
        assertThat(model.unfit()).extracting(SchemaProblem::pointer).containsExactly(A);
    }

    @Test
    void anEditElsewhereKeepsItEvenOneThatIsBrokenForAWhile() {
        model.hold(A, HALF);
        model.set(at("/b/0"), "3");
        model.setText("{\"a\": 1, \"b\": [");
        model.setText("{\"a\": 1, \"b\": []}");

        assertThat(model.held(A)).contains(HALF);
    }

    @Test
    void aNewValueAtThePlaceOrGivingUpEndsIt() {
        model.hold(A, HALF);
        model.set(A, "1");
        assertThat(model.held(A)).isEmpty();

        model.hold(A, HALF);
        model.setText("{\"a\": 2}");
        assertThat(model.held(A)).isEmpty();

        model.hold(A, HALF);
        model.release(A);
        assertThat(new Validity.Checked(model.unfit()).sendable()).isTrue();
    }

    @Test
    void whatIsTypedInAnItemMovesWithTheItem() {
        model.hold(at("/b/1"), HALF);

        model.swap(at("/b"), 1, 2);
        assertThat(model.held(at("/b/2"))).contains(HALF);
        model.remove(at("/b/0"));
        assertThat(model.text()).isEqualTo("{\"a\": 1, \"b\": [30, 20]}");
        assertThat(model.held(at("/b/1"))).contains(HALF);
        model.rename(at("/b"), "c");
        assertThat(model.held(at("/c/1"))).contains(HALF);
        model.remove(at("/c/1"));
        assertThat(model.unfit()).isEmpty();
    }

    @Test
    void whatIsNoNumberStandsInTheTextAndIsNotSent() {
        model.setUnfit(A, "\"1x\"", new Held("1x", "this is not a number", false));

        assertThat(model.text()).contains("\"a\": \"1x\"");
        assertThat(model.unfit()).hasSize(1);
        model.set(A, "1e999999999");
        assertThat(model.text()).contains("\"a\": 1e999999999,");
        assertThat(model.unfit()).isEmpty();
    }

    @Test
    void jsonTypedInPlaceStaysCharacterByCharacter() {
        model.setText("{\n  \"deep\": {\n    \"x\": 0\n  }\n}");
        String typed = "{\n\"y\" :  1.0,\n     \"z\":-0}";
        model.setTyped(at("/deep/x"), typed);
        model.setTyped(at("/deep/x"), typed);

        assertThat(model.source(at("/deep/x"))).contains(typed);
        model.setTyped(at("/deep/new/x"), typed);
        assertThat(model.source(at("/deep/new/x"))).contains(typed);
    }

    @Test
    void anObjectMadeOnTheWayBeginsWithItsConstants() {
        model.newObjects(place ->
                place.equals(at("/o"))
                        ? JsonNodeFactory.instance.objectNode().put("kind", "web")
                        : JsonNodeFactory.instance.objectNode());
        model.setText("{}");
        model.set(at("/o/url"), "\"u\"");

        assertThat(model.text())
                .isEqualTo("{\n  \"o\": {\n    \"kind\": \"web\",\n    \"url\": \"u\"\n  }\n}");
    }

    @Test
    void severalEditsAreToldAsOne() {
        AtomicInteger told = new AtomicInteger();
        model.onChange(told::incrementAndGet);
        model.edit(() -> {
            model.set(A, "5");
            model.remove(at("/b"));
        });
        model.set(A, "5");

        assertThat(told).hasValue(1);
        assertThat(model.text()).isEqualTo("{\"a\": 5}");
    }

    @Test
    void lineBreaksOfWindowsAreNoChange() {
        model.setText("{\r\n\"a\": \"x\\r\\ny\"\r}");

        assertThat(model.text()).isEqualTo("{\n\"a\": \"x\\r\\ny\"\n}");
    }

    private static JsonPointer at(String pointer) {
        return JsonPointer.compile(pointer);
    }
}
