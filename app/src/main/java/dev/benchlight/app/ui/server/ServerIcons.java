package dev.benchlight.app.ui.server;

import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.render.image.SmallImage;

import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The icons that a server names for itself ("icons"). Those that came with the answer are drawn;
/// of all others it is told where they would be: nothing is fetched. JavaFX thread only.
final class ServerIcons {
    private static final int MOST = 6;
    private static final int LONGEST_ADDRESS = 120;
    private static final double SIDE = 24;

    /// 256 KiB in Base64 (threat T13).
    private static final int MOST_CHARACTERS = (256 << 10) * 4 / 3;

    private static final Pattern DATA = Pattern.compile("(?i)data:([^;,]{1,80});base64,");

    private final FxBatcher fx;
    private JsonNode known = MissingNode.getInstance();
    private Fact fact = Fact.of("Icons", "");

    ServerIcons(FxBatcher fx) {
        this.fx = fx;
    }

    /// Has an empty text where there are none. The same as before for the same icons.
    ///
    /// @param icons a list of `src`, `mimeType` and `sizes`
    Fact of(JsonNode icons) {
        if (!icons.equals(known)) {
            known = icons;
            List<Node> drawn = new ArrayList<>();
            List<String> words = new ArrayList<>();
            icons.valueStream().limit(MOST).forEach(icon -> words.add(line(icon, drawn)));
            if (icons.size() > MOST) {
                words.add("and " + (icons.size() - MOST) + " more");
            }
            fact = new Fact("Icons", String.join("\n", words), drawn);
        }
        return fact;
    }

    private String line(JsonNode icon, List<Node> drawn) {
        String source = icon.path("src").asString("");
        String shown = VisibleText.name(source, LONGEST_ADDRESS);
        String scheme = source.substring(0, Math.max(0, source.indexOf(':')));
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "data" -> data(source, drawn);
            case "https" -> "not fetched: " + shown;
            default -> "not allowed, only https and data are: " + shown;
        };
    }

    private String data(String source, List<Node> drawn) {
        Matcher head = DATA.matcher(source);
        if (!head.lookingAt() || source.length() > MOST_CHARACTERS) {
            return "not drawn: no Base64, or more than 256 KiB";
        }
        String mediaType = head.group(1);
        String name = VisibleText.name(mediaType);
        ImageView view = new ImageView();
        view.setFitWidth(SIDE);
        view.setFitHeight(SIDE);
        view.setPreserveRatio(true);
        StackPane room = new StackPane(view);
        room.setMinSize(SIDE, SIDE);
        room.setAccessibleText("Icon of the server, " + name);
        drawn.add(room);
        String encoded = source.substring(head.end());
        Thread.ofVirtual()
                .name("icon")
                .start(() -> {
                    Optional<Image> image = decoded(encoded, mediaType);
                    fx.run(() -> image.ifPresent(view::setImage));
                });
        return name
                + " within the answer; drawn if it is a PNG, JPEG or WebP of up to "
                + SmallImage.LONGEST_SIDE
                + " pixels a side";
    }

    private static Optional<Image> decoded(String encoded, String mediaType) {
        try {
            return SmallImage.of(Base64.getDecoder().decode(encoded), mediaType);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
