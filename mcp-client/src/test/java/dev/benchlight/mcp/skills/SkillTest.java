package dev.benchlight.mcp.skills;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.benchlight.mcp.ResourceContents;
import dev.benchlight.mcp.wire.Sha256;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Base64;
import java.util.Optional;

/// "Integrity and Verification" of the skills extension.
class SkillTest {
    private static final String URI = "skill://pdf/SKILL.md";
    private static final String TEXT = "---\nname: pdf\ndescription: Ä\nn: 1\n---\nBody\n";
    private static final String FRONT = "{\"name\":\"pdf\",\"description\":\"Ä\",\"n\":1.0}";

    private static ResourceContents read(String uri, String text) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("uri", uri).put("text", text);
        return new ResourceContents(json);
    }

    private static String listed(String uri, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return "[{\"uri\":\"%s\",\"digest\":\"sha256:%s\",\"size\":%d}]"
                .formatted(uri, Sha256.hex(bytes), bytes.length);
    }

    private static Skill skill(String resources, String frontmatter) {
        return new Skill(
                JsonMapper.shared()
                        .readTree(
                                "{\"uri\":\"%s\",\"resources\":%s,\"frontmatter\":%s}"
                                        .formatted(URI, resources, frontmatter)));
    }

    @Test
    void whatIsAsListedMayBeUsedAsTextOrBytes() {
        Skill skill = skill(listed(URI, TEXT), FRONT);
        String blob = Base64.getEncoder().encodeToString(TEXT.getBytes(UTF_8));
        ObjectNode bytes = JsonNodeFactory.instance.objectNode().put("uri", URI).put("blob", blob);

        assertThat(skill.files()).containsExactly(URI);
        assertThat(skill.problem(read(URI, TEXT))).isEmpty();
        assertThat(skill.problem(new ResourceContents(bytes))).isEmpty();
    }

    @Test
    void contentOfAnotherSizeOrDigestMustNotBeUsed() {
        Skill skill = skill(listed(URI, TEXT), FRONT);

        assertThat(skill.problem(read(URI, TEXT + "x")))
                .hasValue(URI + " has 45 bytes, but should have 44");
        assertThat(skill.problem(read(URI, TEXT.replace("Body", "Evil"))))
                .hasValue(URI + " does not have the digest that the skill gives for it");
    }

    @Test
    void aFileThatIsNotListedIsNoneOfTheSkill() {
        assertThat(skill(listed(URI, TEXT), FRONT).problem(read("skill://pdf/x", "")))
                .hasValue("skill://pdf/x is none of the files of the skill " + URI);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":\"pdf\"}", "{}", "{\"name\":\"pdf\",\"description\":\"b\"}"})
    void otherFrontmatterThanListedIsRefusedEvenWhereNoDigestCanBe(String frontmatter) {
        String text = "---\nname: pdf\ndescription: a\n---\n";
        Optional<String> refusal =
                Optional.of(URI + " has other frontmatter than the skill was listed with");

        assertThat(skill(listed(URI, text), frontmatter).problem(read(URI, text)))
                .isEqualTo(refusal);
        assertThat(skill("\"dynamic\"", frontmatter).problem(read(URI, text))).isEqualTo(refusal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no", "---\nname: a", "---\n[1\n---\n", "---\n- a\n---\n"})
    void aFileWithoutFrontmatterIsNoSkill(String text) {
        assertThat(skill("\"dynamic\"", "{}").problem(read(URI, text)))
                .hasValue(URI + " does not begin with frontmatter that can be read");
    }

    @ParameterizedTest
    @CsvSource({"null", "{}", "\"other\""})
    void anEntryThatDoesNotNameItsFilesIsInvalid(String resources) {
        assertThat(skill(resources, FRONT).problem(read(URI, TEXT)))
                .hasValue("the skill " + URI + " does not say which files it has");
    }

    @Test
    void frontmatterThatIsTooDeepOrRefersToItselfIsRefusedNotRead() {
        String deep = "---\na: " + "[".repeat(10_000) + "]".repeat(10_000) + "\n---\n";
        String endless = "---\na: &a [*a]\n---\n";

        assertThat(Frontmatter.of(deep)).isEmpty();
        assertThat(Frontmatter.of(endless)).isEmpty();
    }
}
