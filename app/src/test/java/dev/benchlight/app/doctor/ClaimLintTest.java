package dev.benchlight.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimLintTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    read        | {"readOnlyHint": true, "destructiveHint": true} | contradicting-claims
                    delete_file | {"readOnlyHint": true}                          | claim-against-name
                    deleteFile  | {"readOnlyHint": true}                          | claim-against-name
                    files.write | {"readOnlyHint": true}                          | claim-against-name
                    drop_table  | {"destructiveHint": false}                      | claim-against-name
                    read        | {"readOnlyHint": "yes"}                         | bad-annotation
                    """)
    void claimsThatContradictAreFound(String name, String annotations, String code) {
        assertThat(Looked.codes(Looked.claiming(name, annotations)))
                .filteredOn(found -> !found.equals("not-portable"))
                .containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    get_delete_status | {"readOnlyHint": true}
                    deleted_items     | {"readOnlyHint": true}
                    write_file        | {"destructiveHint": false}
                    delete_file       | {"destructiveHint": true}
                    delete_file       | {}
                    updates           | {"readOnlyHint": true, "destructiveHint": false}
                    """)
    void claimsThatMayBeTrueAreNot(String name, String annotations) {
        assertThat(Looked.codes(Looked.claiming(name, annotations))).isEmpty();
    }
}
