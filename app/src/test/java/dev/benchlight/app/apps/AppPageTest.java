package dev.benchlight.app.apps;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Optional;

class AppPageTest {
    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    private static AppPage page(String html, String ui) {
        return new AppPage("ui://a/b", "text/html;profile=mcp-app", html, json(ui));
    }

    private static List<String> codes(AppPage page) {
        return AppLint.of(page).stream().map(AppFinding::code).toList();
    }

    @Test
    void aToolNamesItsPageUnderTheNewKeyOrTheOldOne() {
        assertThat(AppLink.of(json("{'_meta':{'ui':{'resourceUri':'ui://x'}}}")))
                .isEqualTo(Optional.of(new AppLink("ui://x", false)));
        assertThat(AppLink.of(json("{'_meta':{'ui/resourceUri':'ui://y'}}")))
                .isEqualTo(Optional.of(new AppLink("ui://y", true)));
        assertThat(AppLink.of(json("{'_meta':{'ui':{'resourceUri':7}}}"))).isEmpty();
        assertThat(AppLink.of(json("{}"))).isEmpty();
    }

    @Test
    void aPageIsTextOrBlob() {
        assertThat(
                        AppPage.in(
                                json(
                                        "{'contents':[{'uri':'x:y','text':'a'},"
                                                + "{'uri':'ui://x','blob':'PHA+w6Q8L3A+'}]}")))
                .hasValueSatisfying(page -> assertThat(page.html()).isEqualTo("<p>ä</p>"));
        assertThat(AppPage.in(json("{'contents':[{'uri':'ui://x','blob':'='}]}")))
                .hasValueSatisfying(page -> assertThat(page.html()).isEmpty());
        assertThat(AppPage.in(json("{'contents':[{'uri':'x:y','text':'a'}]}"))).isEmpty();
        assertThat(AppPage.in(json("{'contents':7}"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example",
                "https://*.a.example",
                "wss://a.example:8443",
                "http://localhost:3000",
                "https://a.example/"
            })
    void anOriginIsTaken(String origin) {
        AppPolicy policy = AppPolicy.of(json("{'csp':{'connectDomains':['" + origin + "']}}"));

        assertThat(policy.directives()).contains("connect-src " + origin);
        assertThat(policy.reached()).containsExactly(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https:",
                "data:",
                "https://*",
                "https://a.example; script-src *",
                "https://a.example 'unsafe-eval'",
                "https://a.example/path",
                "javascript://a.example",
                "https://u:p@a.example",
                "'self'",
                "",
                "https://a.example\\n"
            })
    void whatIsNoOriginIsLeftOutAndSaid(String origin) {
        String escaped = origin.replace("'", "");
        JsonNode ui = json("{'csp':{'connectDomains':['" + escaped + "',7]}}");

        assertThat(AppPolicy.of(ui).directives()).contains("connect-src 'none'");
        assertThat(codes(page("<p>", ui.toString()))).contains("app-bad-source");
    }

    @Test
    void nothingIsAllowedThatIsNotDeclared() {
        assertThat(AppPolicy.of(json("{}")).directives())
                .containsExactly(
                        "default-src 'none'",
                        "script-src 'unsafe-inline'",
                        "style-src 'unsafe-inline'",
                        "img-src data:",
                        "media-src data:",
                        "font-src 'none'",
                        "connect-src 'none'",
                        "frame-src 'none'",
                        "base-uri 'none'",
                        "form-action 'none'",
                        "object-src 'none'",
                        "webrtc 'block'");
    }

    @Test
    void whatIsDeclaredIsAllowedWhereItBelongs() {
        JsonNode ui =
                json(
                        "{'csp':{'resourceDomains':['https://r.example'],"
                                + "'frameDomains':['https://f.example'],'baseUriDomains':['https://b.example']}}");

        assertThat(AppPolicy.of(ui).directives())
                .contains(
                        "script-src 'unsafe-inline' https://r.example",
                        "img-src data: https://r.example",
                        "font-src https://r.example",
                        "frame-src https://f.example",
                        "base-uri https://b.example",
                        "connect-src 'none'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{} ; app-no-csp",
                "{'csp':7} ; app-bad-csp",
                "{'csp':{'fetchDomains':[]}} ; app-bad-csp",
                "{'csp':{'connectDomains':'x'}} ; app-bad-csp",
                "{'csp':{'connectDomains':['https://*.a.example']}} ; app-wildcard",
                "{'csp':{'connectDomains':['http://a.example']}} ; app-plain-http",
                "{'csp':{},'permissions':{'camera':{}}} ; app-permission",
                "{'csp':{},'permissions':{'teleport':{}}} ; app-permission",
                "{'csp':{},'permissions':[]} ; app-permission",
                "{'csp':{},'prefersBorder':'yes'} ; app-border",
            })
    void whatIsDeclaredUnwiselyIsFound(String ui, String code) {
        assertThat(codes(page("<p>hi</p>", ui))).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "<script>eval('1')</script> ; app-eval",
                "<script>new Function()</script> ; app-eval",
                "<script>1</script> ; app-inline",
                "<img src='https://t.example/p.png'> ; app-not-allowed",
                "<link href=//t.example/s.css> ; app-not-allowed",
                "<p> ; ``",
            })
    void whatThePageDoesIsFound(String html, String code) {
        List<String> codes = codes(page(html, "{'csp':{}}"));

        if (code.isEmpty()) {
            assertThat(codes).isEmpty();
        } else {
            assertThat(codes).contains(code);
        }
    }

    @Test
    void whatIsDeclaredCoversWhatIsLoaded() {
        String html = "<img src=https://cdn.r.example/a><img src=https://r.example/a>";
        String ui = "{'csp':{'resourceDomains':['https://*.r.example']}}";

        assertThat(AppLint.of(page(html, ui)))
                .extracting(AppFinding::message)
                .anySatisfy(message -> assertThat(message).contains("refers to r.example"))
                .noneSatisfy(message -> assertThat(message).contains("cdn.r.example"));
    }

    @Test
    void anotherSchemeOrTypeOrAnEmptyPageIsFound() {
        AppPage odd = new AppPage("https://a", "text/html", " ", json("{'csp':{}}"));

        assertThat(codes(odd)).containsExactly("app-scheme", "app-type", "app-empty");
        AppPage spaced = new AppPage("ui://a", "Text/HTML; profile=mcp-app", "x", odd.ui());
        assertThat(codes(spaced)).isEmpty();
    }

    @Test
    void aHugePageIsLookedThroughAllTheSame() {
        String html = "<script ".repeat(200_000) + "src=//a".repeat(200_000);

        assertThat(codes(page(html, "{'csp':{}}"))).contains("app-large", "app-not-allowed");
    }
}
