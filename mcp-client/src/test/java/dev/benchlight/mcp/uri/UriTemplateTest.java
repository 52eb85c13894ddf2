package dev.benchlight.mcp.uri;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

/// The values, templates and expansions are those of RFC 6570, sections 1.2, 2.4 and 3.2.
class UriTemplateTest {
    private static final UriValue COLOURS = new UriValue.Items(List.of("red", "green", "blue"));
    private static final UriValue KEYS =
            new UriValue.Pairs(
                    List.of(
                            new UriValue.Pair("semi", ";"),
                            new UriValue.Pair("dot", "."),
                            new UriValue.Pair("comma", ",")));
    private static final Map<String, UriValue> VALUES =
            Map.ofEntries(
                    text("var", "value"),
                    text("hello", "Hello World!"),
                    text("half", "50%"),
                    text("base", "http://example.com/home/"),
                    text("path", "/foo/bar"),
                    text("dub", "me/too"),
                    text("who", "fred"),
                    text("empty", ""),
                    text("v", "6"),
                    text("x", "1024"),
                    text("y", "768"),
                    text("semi", ";"),
                    Map.entry("dom", new UriValue.Items(List.of("example", "com"))),
                    Map.entry("count", new UriValue.Items(List.of("one", "two", "three"))),
                    Map.entry("list", COLOURS),
                    Map.entry("keys", KEYS),
                    Map.entry("empty_keys", new UriValue.Pairs(List.of())),
                    Map.entry("empty_list", new UriValue.Items(List.of())));

    private static Map.Entry<String, UriValue> text(String name, String value) {
        return Map.entry(name, new UriValue.Text(value));
    }

    private static String expand(String template) {
        UriTemplate parsed = UriTemplate.parse(template);
        assertThat(parsed.faults()).isEmpty();
        return parsed.expand(VALUES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
                    O{empty}X ~ OX
                    O{undef}X ~ OX
                    {var} ~ value
                    {hello} ~ Hello%20World%21
                    {half} ~ 50%25
                    {x,y} ~ 1024,768
                    {x,hello,y} ~ 1024,Hello%20World%21,768
                    ?{x,empty} ~ ?1024,
                    ?{x,undef} ~ ?1024
                    ?{undef,y} ~ ?768
                    map?{x,y} ~ map?1024,768
                    {var:3} ~ val
                    {var:30} ~ value
                    {semi} ~ %3B
                    {semi:2} ~ %3B
                    {list} ~ red,green,blue
                    {list*} ~ red,green,blue
                    {keys} ~ semi,%3B,dot,.,comma,%2C
                    {keys*} ~ semi=%3B,dot=.,comma=%2C
                    {count} ~ one,two,three
                    {count*} ~ one,two,three
                    """)
    void simpleExpressions(String template, String expected) {
        assertThat(expand(template)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
                    {+var} ~ value
                    {+hello} ~ Hello%20World!
                    {+half} ~ 50%25
                    {base}index ~ http%3A%2F%2Fexample.com%2Fhome%2Findex
                    {+base}index ~ http://example.com/home/index
                    O{+empty}X ~ OX
                    O{+undef}X ~ OX
                    {+path}/here ~ /foo/bar/here
                    here?ref={+path} ~ here?ref=/foo/bar
                    up{+path}{var}/here ~ up/foo/barvalue/here
                    {+x,hello,y} ~ 1024,Hello%20World!,768
                    {+path,x}/here ~ /foo/bar,1024/here
                    {+path:6}/here ~ /foo/b/here
                    {+list} ~ red,green,blue
                    {+list*} ~ red,green,blue
                    {+keys} ~ semi,;,dot,.,comma,,
                    {+keys*} ~ semi=;,dot=.,comma=,
                    {#var} ~ #value
                    {#hello} ~ #Hello%20World!
                    {#half} ~ #50%25
                    foo{#empty} ~ foo#
                    foo{#undef} ~ foo
                    {#x,hello,y} ~ #1024,Hello%20World!,768
                    {#path,x}/here ~ #/foo/bar,1024/here
                    {#path:6}/here ~ #/foo/b/here
                    {#list} ~ #red,green,blue
                    {#list*} ~ #red,green,blue
                    {#keys} ~ #semi,;,dot,.,comma,,
                    {#keys*} ~ #semi=;,dot=.,comma=,
                    X{#var} ~ X#value
                    """)
    void reservedCharactersAndFragments(String template, String expected) {
        assertThat(expand(template)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
                    {.who} ~ .fred
                    {.who,who} ~ .fred.fred
                    {.half,who} ~ .50%25.fred
                    www{.dom*} ~ www.example.com
                    X{.var} ~ X.value
                    X{.empty} ~ X.
                    X{.undef} ~ X
                    X{.x,y} ~ X.1024.768
                    X{.var:3} ~ X.val
                    X{.list} ~ X.red,green,blue
                    X{.list*} ~ X.red.green.blue
                    X{.keys} ~ X.semi,%3B,dot,.,comma,%2C
                    X{.keys*} ~ X.semi=%3B.dot=..comma=%2C
                    X{.empty_keys} ~ X
                    X{.empty_keys*} ~ X
                    {/who} ~ /fred
                    {/who,who} ~ /fred/fred
                    {/half,who} ~ /50%25/fred
                    {/who,dub} ~ /fred/me%2Ftoo
                    {/var} ~ /value
                    {/var,empty} ~ /value/
                    {/var,undef} ~ /value
                    {/var,x}/here ~ /value/1024/here
                    {/var:1,var} ~ /v/value
                    {/list} ~ /red,green,blue
                    {/list*} ~ /red/green/blue
                    {/list*,path:4} ~ /red/green/blue/%2Ffoo
                    {/keys} ~ /semi,%3B,dot,.,comma,%2C
                    {/keys*} ~ /semi=%3B/dot=./comma=%2C
                    {/count} ~ /one,two,three
                    {/count*} ~ /one/two/three
                    """)
    void labelsAndPathSegments(String template, String expected) {
        assertThat(expand(template)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
                    {;who} ~ ;who=fred
                    {;half} ~ ;half=50%25
                    {;empty} ~ ;empty
                    {;v,empty,who} ~ ;v=6;empty;who=fred
                    {;v,bar,who} ~ ;v=6;who=fred
                    {;x,y} ~ ;x=1024;y=768
                    {;x,y,empty} ~ ;x=1024;y=768;empty
                    {;x,y,undef} ~ ;x=1024;y=768
                    {;hello:5} ~ ;hello=Hello
                    {;list} ~ ;list=red,green,blue
                    {;list*} ~ ;list=red;list=green;list=blue
                    {;keys} ~ ;keys=semi,%3B,dot,.,comma,%2C
                    {;keys*} ~ ;semi=%3B;dot=.;comma=%2C
                    {;count} ~ ;count=one,two,three
                    {;count*} ~ ;count=one;count=two;count=three
                    """)
    void parametersOfPaths(String template, String expected) {
        assertThat(expand(template)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
                    {?who} ~ ?who=fred
                    {?half} ~ ?half=50%25
                    {?x,y} ~ ?x=1024&y=768
                    {?x,y,empty} ~ ?x=1024&y=768&empty=
                    {?x,y,undef} ~ ?x=1024&y=768
                    {?undef} ~ ''
                    {?var:3} ~ ?var=val
                    {?list} ~ ?list=red,green,blue
                    {?list*} ~ ?list=red&list=green&list=blue
                    {?keys} ~ ?keys=semi,%3B,dot,.,comma,%2C
                    {?keys*} ~ ?semi=%3B&dot=.&comma=%2C
                    {?count*} ~ ?count=one&count=two&count=three
                    {&who} ~ &who=fred
                    {&half} ~ &half=50%25
                    ?fixed=yes{&x} ~ ?fixed=yes&x=1024
                    {&x,y,empty} ~ &x=1024&y=768&empty=
                    {&x,y,undef} ~ &x=1024&y=768
                    {&var:3} ~ &var=val
                    {&list} ~ &list=red,green,blue
                    {&list*} ~ &list=red&list=green&list=blue
                    {&keys} ~ &keys=semi,%3B,dot,.,comma,%2C
                    {&keys*} ~ &semi=%3B&dot=.&comma=%2C
                    """)
    void queries(String template, String expected) {
        assertThat(expand(template)).isEqualTo(expected);
    }

    @Test
    void explodedMembersWithoutAValueAreWrittenAsTheOperatorSays() {
        Map<String, UriValue> values =
                Map.of(
                        "list", new UriValue.Items(List.of("", "a")),
                        "keys", new UriValue.Pairs(List.of(new UriValue.Pair("k", ""))));

        assertThat(UriTemplate.parse("{;list*}{?keys*}{/keys*}").expand(values))
                .isEqualTo(";list;list=a?k=/k=");
    }

    @Test
    void charactersAreCountedAsPeopleCountThemAndTripletsAreNotCut() {
        Map<String, UriValue> values =
                Map.of("a", new UriValue.Text("🎉üx"), "b", new UriValue.Text("%2Fyz"));

        assertThat(UriTemplate.parse("{a:2}").expand(values)).isEqualTo("%F0%9F%8E%89%C3%BC");
        assertThat(UriTemplate.parse("{+b:2}").expand(values)).isEqualTo("%2Fy");
        assertThat(UriTemplate.parse("{b:2}").expand(values)).isEqualTo("%252");
    }

    @Test
    void textBetweenExpressionsIsEncodedOnlyWhereAUriWantsIt() {
        assertThat(UriTemplate.parse("a:/b%20c/ü?x=y").expand(Map.of()))
                .isEqualTo("a:/b%20c/%C3%BC?x=y");
    }

    @Test
    void variablesAreNamedOnceInOrderWithTheMostThatIsUsedOfThem() {
        assertThat(UriTemplate.parse("a/{b:3}/{c:3}{?b,d*,c:5}{&d}").variables())
                .containsExactly(
                        new UriTemplate.Variable("b", false, 0),
                        new UriTemplate.Variable("c", false, 5),
                        new UriTemplate.Variable("d", true, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
                    a/{b ~ 3 ~ never closed
                    a/b} ~ 4 ~ closing brace
                    {} ~ 2 ~ name of a variable is missing
                    {a,,b} ~ 4 ~ name of a variable is missing
                    {a:0} ~ 4 ~ from 1 to 9999
                    {a:12345} ~ 4 ~ from 1 to 9999
                    {=a} ~ 2 ~ operator =
                    {user-id} ~ 6 ~ U+002D
                    {.a..b} ~ 5 ~ U+002E
                    a%2/b ~ 2 ~ percent sign
                    a b ~ 2 ~ U+0020
                    {a{b} ~ 1 ~ never closed
                    """)
    void whatIsNotValidIsNamedWithItsPosition(String template, int position, String why) {
        assertThat(UriTemplate.parse(template).faults())
                .first()
                .satisfies(fault -> {
                    assertThat(fault.position()).isEqualTo(position);
                    assertThat(fault.sentence()).contains(why);
                });
    }

    @Test
    void whatIsNotValidIsTakenAsItSeemsToBeMeant() {
        Map<String, UriValue> values =
                Map.of("user-id", new UriValue.Text("7"), "b", new UriValue.Text("B"));

        assertThat(UriTemplate.parse("u/{user-id}/{=b}/{/b").expand(values))
                .isEqualTo("u/7/%7B=b%7D/%7B/b");
    }

    @Test
    void aHostileTemplateIsReadInBoundedTimeWithAFewFaults() {
        String template = "{".repeat(100_000) + "{a,".repeat(100_000);

        assertThat(UriTemplate.parse(template).faults()).hasSize(20);
        assertThat(UriTemplate.parse("{a}".repeat(100_000)).variables())
                .extracting(UriTemplate.Variable::name)
                .containsExactly("a");
    }
}
