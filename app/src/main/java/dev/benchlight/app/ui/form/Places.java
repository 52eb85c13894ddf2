package dev.benchlight.app.ui.form;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonPointer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;

/// What the user did at places of the text that the text does not tell. It moves along when items
/// are moved or removed, or a member gets another name. For one thread.
final class Places {
    /// Text that is typed at a place and can't be its value.
    ///
    /// @param why what is wrong, for the user
    /// @param json whether JSON was typed, not a number
    record Held(String text, String why, boolean json) {}

    /// What is known of one place.
    static final class Place {
        @Nullable Held held;

        /// Whether the user wants to see JSON here.
        boolean asJson;

        /// Whether the user wants to see a text here that is slow to edit.
        boolean longText;

        /// Whether the user folded or unfolded it; null if neither.
        @Nullable Boolean open;

        /// The chosen variants, outermost first: a variant may have variants itself.
        final List<Integer> variants = new ArrayList<>();

        /// The texts that were left when another variant was chosen, by level and variant.
        final Map<String, String> left = new HashMap<>();

        /// Whether the value was replaced by other means than the form, so that another variant may
        /// be the better one.
        boolean guessAgain;
    }

    private final Map<JsonPointer, Place> places = new LinkedHashMap<>();

    Place at(JsonPointer pointer) {
        return places.computeIfAbsent(pointer, p -> new Place());
    }

    Optional<Place> find(JsonPointer pointer) {
        return Optional.ofNullable(places.get(pointer));
    }

    void forEach(BiConsumer<JsonPointer, Place> action) {
        places.forEach(action);
    }

    /// The item is gone with all below it; the ones behind it move up.
    void itemRemoved(JsonPointer array, int index) {
        move(p -> moved(p, array, i -> i == index ? -1 : i > index ? i - 1 : i));
    }

    void swapped(JsonPointer array, int first, int second) {
        move(p -> moved(p, array, i -> i == first ? second : i == second ? first : i));
    }

    void renamed(JsonPointer from, JsonPointer to) {
        move(p -> {
            JsonPointer rest = below(from, p);
            return rest == null ? p : to.append(rest);
        });
    }

    private void move(Function<JsonPointer, @Nullable JsonPointer> target) {
        Map<JsonPointer, Place> old = new LinkedHashMap<>(places);
        places.clear();
        old.forEach((pointer, place) -> {
            JsonPointer now = target.apply(pointer);
            if (now != null) {
                places.put(now, place);
            }
        });
    }

    private static @Nullable JsonPointer moved(
            JsonPointer pointer, JsonPointer array, IntUnaryOperator to) {
        JsonPointer rest = below(array, pointer);
        if (rest == null || rest.matches()) {
            return pointer;
        }
        int index = to.applyAsInt(rest.getMatchingIndex());
        return index < 0 ? null : array.appendIndex(index).append(rest.tail());
    }

    /// The way from `above` to `pointer`; null if it does not lead there.
    static @Nullable JsonPointer below(JsonPointer above, JsonPointer pointer) {
        JsonPointer a = above;
        JsonPointer p = pointer;
        while (!a.matches()) {
            if (p.matches() || !a.getMatchingProperty().equals(p.getMatchingProperty())) {
                return null;
            }
            a = a.tail();
            p = p.tail();
        }
        return p;
    }
}
