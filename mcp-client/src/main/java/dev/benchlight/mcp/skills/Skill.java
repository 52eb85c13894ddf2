package dev.benchlight.mcp.skills;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.benchlight.mcp.ResourceContents;
import dev.benchlight.mcp.wire.Sha256;

import tools.jackson.databind.JsonNode;

import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// A skill as `skills/list` or `skills/get` told of it ("Skill Entries", SEP-2640). Immutable.
public record Skill(JsonNode json) {
    /// The extension that a server declares which has skills.
    public static final String EXTENSION = "io.modelcontextprotocol/skills";

    /// The URI of its `SKILL.md`.
    public String uri() {
        return json.path("uri").asString("");
    }

    /// The URIs of all its files; none where they are made anew for each read.
    public List<String> files() {
        return json.path("resources")
                .valueStream()
                .map(file -> file.path("uri").asString(""))
                .toList();
    }

    /// Why what was read must not be used: it is not what the entry tells of, by its size, its
    /// digest or, for the `SKILL.md`, its frontmatter ("Integrity and Verification"). Empty if all
    /// is well.
    ///
    /// @param read the contents of one of its files
    public Optional<String> problem(ResourceContents read) {
        JsonNode resources = json.path("resources");
        boolean dynamic = resources.asString("").equals("dynamic");
        if (!dynamic && !resources.isArray()) {
            return Optional.of("the skill " + uri() + " does not say which files it has");
        }
        Optional<byte[]> content = bytes(read);
        if (content.isEmpty()) {
            return Optional.of(read.uri() + " has no contents that can be read");
        }
        byte[] bytes = content.get();
        Optional<String> difference = dynamic ? Optional.empty() : difference(read.uri(), bytes);
        return difference.isPresent() || !read.uri().equals(uri())
                ? difference
                : frontmatter(new String(bytes, UTF_8));
    }

    private static Optional<byte[]> bytes(ResourceContents read) {
        try {
            return read.text()
                    .map(text -> text.getBytes(UTF_8))
                    .or(() -> read.blob().map(blob -> Base64.getDecoder().decode(blob)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<String> difference(String file, byte[] bytes) {
        Optional<JsonNode> entry =
                json.path("resources")
                        .valueStream()
                        .filter(one -> one.path("uri").asString("").equals(file))
                        .findFirst();
        if (entry.isEmpty()) {
            return Optional.of(file + " is none of the files of the skill " + uri());
        }
        JsonNode size = entry.get().path("size");
        if (!size.isNumber() || size.asLong(-1) != bytes.length) {
            return Optional.of(file + " has " + bytes.length + " bytes, but should have " + size);
        }
        String digest = entry.get().path("digest").asString("");
        return digest.equals("sha256:" + Sha256.hex(bytes))
                ? Optional.empty()
                : Optional.of(file + " does not have the digest that the skill gives for it");
    }

    private Optional<String> frontmatter(String text) {
        Optional<JsonNode> found = Frontmatter.of(text);
        if (found.isEmpty()) {
            return Optional.of(uri() + " does not begin with frontmatter that can be read");
        }
        return Frontmatter.same(found.get(), json.path("frontmatter"))
                ? Optional.empty()
                : Optional.of(uri() + " has other frontmatter than the skill was listed with");
    }
}
