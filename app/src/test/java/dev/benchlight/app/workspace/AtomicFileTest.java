package dev.benchlight.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

@DisabledOnOs(OS.WINDOWS)
class AtomicFileTest {
    @TempDir private Path folder;

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-rw-rw-", "rw-rw-r--", "rw-r-----", "rw-------", "r--r--r--"})
    void aFileThatIsReplacedKeepsItsPermissionsWhateverTheUmask(String kept) throws IOException {
        Path file = Files.writeString(folder.resolve("s.yaml"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(kept));

        AtomicFile.write(file, "new");

        assertThat(file).content().isEqualTo("new");
        assertThat(permissions(file)).isEqualTo(kept);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aNewFileOfTheUsersIsNoWiderThanTheUmaskSays() throws IOException {
        Path likeAnyOther = Files.createFile(folder.resolve("plain"));
        Path file = folder.resolve("s.yaml");

        AtomicFile.write(file, "new");

        String most = permissions(likeAnyOther);
        String is = permissions(file);
        assertThat(is).startsWith("rw-");
        for (int i = 0; i < is.length(); i++) {
            assertThat(is.charAt(i)).isIn('-', most.charAt(i));
        }
    }

    @Test
    void anotherGroupMayDoNoMoreThanEverybody() {
        assertThat(
                        PosixFilePermissions.toString(
                                AtomicFile.ofAnotherGroup(
                                        PosixFilePermissions.fromString("rw-rw-r--"))))
                .isEqualTo("rw-r--r--");
        assertThat(
                        PosixFilePermissions.toString(
                                AtomicFile.ofAnotherGroup(
                                        PosixFilePermissions.fromString("rw-r-----"))))
                .isEqualTo("rw-------");
    }
}
