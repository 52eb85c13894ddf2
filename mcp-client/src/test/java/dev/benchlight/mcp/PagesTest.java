package dev.benchlight.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.Pages.ListKind;
import dev.benchlight.mcp.wire.Limits;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Optional;

/// Listings page by page: whatever is wrong, what can be read is there, and the rest is named.
class PagesTest {
    private static final ListKind<Tool> TOOLS =
            new ListKind<>("tools", "tools/list", "tools", "name", "inputSchema", Tool::new);
    private static final Limits LIMITS = new Limits(1, 1_000, 1, 1, 1, 3, 5, 1);

    private final Pages<Tool> pages = new Pages<>(TOOLS, LIMITS, _ -> Optional.empty());

    private static JsonNode json(String json) {
        return JsonMapper.shared().readTree(json.replace('\'', '"'));
    }

    private @Nullable String add(JsonNode page) {
        return pages.add(page, 0);
    }

    /// A page with such tools.
    private static JsonNode page(String cursor, String... names) {
        StringBuilder tools = new StringBuilder();
        for (String name : names) {
            tools.append(tools.isEmpty() ? "" : ",");
            tools.append("{'name':'").append(name).append("','inputSchema':{}}");
        }
        String next = cursor.isEmpty() ? "" : ",'nextCursor':'" + cursor + "'";
        return json("{'tools':[" + tools + "]" + next + "}");
    }

    private Warning onlyWarning() {
        assertThat(pages.listing().warnings()).hasSize(1);
        return pages.listing().warnings().getFirst();
    }

    @Test
    void pagesAddUpInTheirOrderAndAreKeptAsTheyCame() {
        assertThat(add(page("b", "one", "two"))).isEqualTo("b");
        assertThat(add(page("", "three"))).isNull();
        Listing<Tool> listing = pages.listing();
        assertThat(listing.items()).extracting(Tool::name).containsExactly("one", "two", "three");
        assertThat(listing.pages()).hasSize(2);
        assertThat(listing.complete()).isTrue();
        assertThat(listing.warnings()).isEmpty();
    }

    @Test
    void anEmptyCursorIsACursorAndANullOneIsNone() {
        assertThat(add(json("{'tools':[],'nextCursor':''}"))).isEmpty();
        assertThat(add(json("{'tools':[],'nextCursor':null}"))).isNull();
        assertThat(pages.listing().complete()).isTrue();
    }

    @Test
    void aCursorGivenTwiceEndsTheListing() {
        add(page("again", "one"));
        assertThat(add(page("again", "two"))).isNull();
        assertThat(pages.listing().items()).hasSize(2);
        assertThat(pages.listing().complete()).isFalse();
        assertThat(onlyWarning().code()).isEqualTo("cursor-loop");
        assertThat(onlyWarning().samples()).containsExactly("again");
    }

    @Test
    void aLoopOverSeveralCursorsIsNoticedToo() {
        assertThat(add(page("a"))).isEqualTo("a");
        assertThat(add(page("b"))).isEqualTo("b");
        assertThat(add(page("a"))).isNull();
        assertThat(onlyWarning().code()).isEqualTo("cursor-loop");
    }

    @Test
    void cursorsWithoutEndStopAtTheLimitOfPages() {
        assertThat(add(page("1", "one"))).isEqualTo("1");
        assertThat(add(page("2", "two"))).isEqualTo("2");
        assertThat(add(page("3", "three"))).isNull();
        assertThat(pages.listing().items()).hasSize(3);
        assertThat(onlyWarning().code()).isEqualTo("too-many-pages");
        assertThat(onlyWarning().message()).contains("more than 3 pages (limit pages)");
    }

    @Test
    void itemsStopAtTheirLimitWithinAPage() {
        assertThat(add(page("more", "1", "2", "3", "4", "5", "6", "7"))).isNull();
        assertThat(pages.listing().items()).hasSize(5);
        assertThat(pages.listing().complete()).isFalse();
        assertThat(onlyWarning().code()).isEqualTo("too-many-items");
        assertThat(onlyWarning().message()).contains("more than 5 entries (limit items)");
    }

    @Test
    void aLastPageOverTheLimitOfItemsSaysThatSomeWereLeftOut() {
        assertThat(add(page("", "1", "2", "3", "4", "5", "6"))).isNull();
        assertThat(pages.listing().items()).hasSize(5);
        assertThat(pages.listing().complete()).isFalse();
        assertThat(onlyWarning().code()).isEqualTo("too-many-items");
    }

    @Test
    void exactlyAsManyItemsAsAllowedAreComplete() {
        assertThat(add(page("", "1", "2", "3", "4", "5"))).isNull();
        assertThat(pages.listing().complete()).isTrue();
    }

    @Test
    void pagesStopAtTheirLimitOfBytesTogether() {
        assertThat(pages.add(page("1", "one"), 400)).isEqualTo("1");
        assertThat(pages.add(page("2", "two"), 600)).isNull();
        assertThat(pages.listing().items()).hasSize(2);
        assertThat(pages.listing().complete()).isFalse();
        assertThat(onlyWarning().code()).isEqualTo("listing-too-large");
        assertThat(onlyWarning().message()).contains("more than 1000 bytes").contains("bodyBytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "true", "{}", "['x']"})
    void aCursorThatIsNoStringEndsTheListing(String cursor) {
        assertThat(add(json("{'tools':[],'nextCursor':" + cursor + "}"))).isNull();
        assertThat(onlyWarning().code()).isEqualTo("bad-cursor");
        assertThat(pages.listing().complete()).isFalse();
    }

    @Test
    void nullForAListIsAnEmptyOneAndSaysWhere() {
        assertThat(add(json("{'tools':null}"))).isNull();
        assertThat(pages.listing().items()).isEmpty();
        assertThat(onlyWarning().code()).isEqualTo("bad-list");
        assertThat(onlyWarning().samples()).containsExactly("/tools");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "42 | bad-entry | /tools/1",
                "null | bad-entry | /tools/1",
                "[] | bad-entry | /tools/1",
                "{'title':'nameless'} | bad-entry | /tools/1/name",
                "{'name':7} | bad-entry | /tools/1/name",
                "{'name':''} | bad-entry | /tools/1/name"
            })
    void anEntryThatCannotBeUsedIsLeftOutByItsPointer(String entry, String code, String pointer) {
        add(
                json(
                        "{'tools':[{'name':'a','inputSchema':{}},"
                                + entry
                                + ",{'name':'b','inputSchema':{}}]}"));
        assertThat(pages.listing().items()).extracting(Tool::name).containsExactly("a", "b");
        assertThat(pages.listing().complete()).isTrue();
        assertThat(onlyWarning().code()).isEqualTo(code);
        assertThat(onlyWarning().samples()).containsExactly(pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'name':'a'}", "{'name':'a','inputSchema':null}"})
    void anEntryWithoutItsSchemaIsThereAndFlagged(String entry) {
        add(json("{'tools':[" + entry + "]}"));
        assertThat(pages.listing().items()).hasSize(1);
        assertThat(onlyWarning().code()).isEqualTo("bad-schema");
        assertThat(onlyWarning().samples()).containsExactly("/tools/0/inputSchema");
    }

    @Test
    void entriesOfOneNameAreBothThereAndFlaggedByTheirPage() {
        add(page("next", "same", "other"));
        add(page("", "same"));
        assertThat(pages.listing().items()).hasSize(3);
        assertThat(onlyWarning().code()).isEqualTo("duplicate-entry");
        assertThat(onlyWarning().samples()).containsExactly("/tools/0 on page 2");
    }

    @Test
    void whatIsNotToolsNeedsNoSchema() {
        Pages<Resource> resources =
                new Pages<>(
                        new ListKind<>(
                                "resources",
                                "resources/list",
                                "resources",
                                "uri",
                                "",
                                Resource::new),
                        LIMITS,
                        _ -> Optional.empty());
        resources.add(json("{'resources':[{'uri':'file:///a'},{'name':'no uri'}]}"), 0);
        assertThat(resources.listing().items())
                .extracting(Resource::uri)
                .containsExactly("file:///a");
        assertThat(resources.listing().warnings().getFirst().samples())
                .containsExactly("/resources/1/uri");
    }

    @Test
    void manyFaultsOfOneKindAreCountedAndTheFirstShown() {
        add(json("{'tools':[1,2,3,4,5,6,7]}"));
        assertThat(onlyWarning().count()).isEqualTo(7);
        assertThat(onlyWarning().samples())
                .containsExactly("/tools/0", "/tools/1", "/tools/2", "/tools/3", "/tools/4");
    }

    @Test
    void oneThatALimitStoppedGoesOnWhereItStoppedUpToTheSameLimitAgain() {
        add(page("b", "one"));
        add(page("c", "two"));
        assertThat(add(page("d", "three"))).isNull();
        assertThat(pages.listing().canGoOn()).isTrue();

        assertThat(pages.goOn()).isEqualTo("d");
        assertThat(pages.listing().warnings()).isEmpty();
        add(page("e", "four"));
        assertThat(add(page("", "five"))).isNull();

        assertThat(pages.listing().items()).hasSize(5);
        assertThat(pages.listing().complete()).isTrue();
        assertThat(pages.listing().canGoOn()).isFalse();
        assertThat(pages.goOn()).isNull();
    }

    @Test
    void aRepeatedCursorIsNothingToGoOnWith() {
        add(page("again", "one"));
        add(page("again", "two"));
        assertThat(pages.listing().canGoOn()).isFalse();
        assertThat(pages.goOn()).isNull();
    }
}
