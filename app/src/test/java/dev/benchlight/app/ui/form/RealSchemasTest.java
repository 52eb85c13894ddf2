package dev.benchlight.app.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.json.JsonSyntaxException;
import dev.benchlight.mcp.schema.ServerSchemas;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The tools of the reference servers, as they listed them, filled in by hand.
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class RealSchemasTest {
    private static final List<String> CALLS =
            List.of(
                    "everything echo {'message':'two\\nlines'}",
                    "everything get-annotated-message {'messageType':'debug','includeImage':false}",
                    "everything get-env {}",
                    "everything get-resource-links {'count':3.0}",
                    "everything get-resource-reference {'resourceType':'Blob','resourceId':-0}",
                    "everything get-structured-content {'location':'New York'}",
                    "everything get-sum {'a':12345678901234567890,'b':1e2}",
                    "everything gzip-file-as-resource {'data':'data:,a','outputType':'resource'}",
                    "everything trigger-long-running-operation {'duration':0.50,'steps':2}",
                    "filesystem read_text_file {'path':'/a b','tail':1,'head':2}",
                    "filesystem read_multiple_files {'paths':['','/a']}",
                    "filesystem write_file {'path':'/a','content':'\\t{}'}",
                    "filesystem edit_file {'path':'p','edits':[{'oldText':'x','newText':'y'}],'dryRun':true}",
                    "filesystem list_directory_with_sizes {'path':'.','sortBy':'size'}",
                    "filesystem directory_tree {'path':'.','excludePatterns':['*.git']}",
                    "filesystem move_file {'source':'a','destination':'b'}",
                    "filesystem search_files {'path':'.','pattern':'*','excludePatterns':[]}",
                    "memory create_entities {'entities':[{'name':'n','entityType':'t','observations':['o','p']}]}",
                    "memory create_relations {'relations':[{'from':'a','to':'b','relationType':'r'}]}",
                    "memory add_observations {'observations':[{'entityName':'e','contents':['c']}]}",
                    "memory search_nodes {'query':'q'}",
                    "memory open_nodes {'names':['n']}");

    private Stage stage;

    @Start
    void start(Stage shown) {
        FormWindow.theme(false);
        stage = shown;
    }

    @Test
    void whatIsTypedInTheFormIsWhatIsSentAndIsShownAgain(FxRobot robot) throws Exception {
        for (String call : CALLS) {
            String[] parts = call.split(" ", 3);
            String schema = ServerSchemas.tool(parts[0], parts[1]).path("inputSchema").toString();
            JsonDocument wanted = JsonDocument.parse(parts[2].replace('\'', '"'));
            List<String> shown = new ArrayList<>();
            List<String> sent = new ArrayList<>();
            robot.interact(() -> {
                ArgumentsEditor editor = open(schema);
                wanted.wireTree().properties().forEach(p -> fill(editor, p.getKey(), p.getValue()));
                sent.add(String.valueOf(editor.value()));
                ArgumentsEditor again = open(schema);
                again.setText(editor.text());
                again.node().applyCss();
                FormWindow.unfoldAll(again);
                shown.addAll(texts(again));
                sent.add(String.valueOf(again.value()));
            });
            assertThat(sent).as(call).allMatch(wanted.wireTree().toString()::equals);
            assertThat(shown).as(call).containsAll(leaves(wanted.wireTree()));
        }
    }

    private ArgumentsEditor open(String schema) {
        ArgumentsEditor editor = FormWindow.editor(schema);
        editor.setText("{}");
        stage.setScene(new Scene(editor.node(), 460, 560));
        editor.node().applyCss();
        return editor;
    }

    private static void fill(ArgumentsEditor editor, String name, JsonNode value) {
        String text = value.isString() ? value.stringValue() : value.toString();
        for (Node node : editor.node().lookupAll(value.isContainer() ? ".none" : "*")) {
            if (!name.equals(node.getAccessibleText())) {
                continue;
            }
            if (node instanceof TextInputControl input) {
                input.insertText(0, text);
                return;
            }
            if (node instanceof ComboBox<?> box) {
                box.getSelectionModel().select(items(box).indexOf(text));
                return;
            }
        }
        assertThat(value.isContainer()).as("no field for %s", name).isTrue();
        JsonPointer at = JsonPointer.empty().appendProperty(name);
        try {
            editor.setText(JsonDocument.parse(editor.text()).with(at, value.toString()));
        } catch (JsonSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> items(ComboBox<?> box) {
        return box.getItems().stream().map(String::valueOf).toList();
    }

    private static List<String> texts(ArgumentsEditor editor) {
        List<String> texts = new ArrayList<>();
        editor.node()
                .lookupAll(".text-input")
                .forEach(n -> {
                    if (n instanceof TextInputControl input) {
                        texts.add(input.getText());
                    }
                });
        editor.node()
                .lookupAll(".combo-box")
                .forEach(n -> {
                    if (n instanceof ComboBox<?> box) {
                        texts.add(String.valueOf(box.getValue()));
                    }
                });
        return texts;
    }

    private static Set<String> leaves(JsonNode value) {
        return value.isContainer()
                ? value.values().stream()
                        .flatMap(item -> leaves(item).stream())
                        .collect(Collectors.toSet())
                : Set.of(value.isString() ? value.stringValue() : value.toString());
    }
}
