package dev.benchlight.render.markdown;

/// Documents for the tests of the view.
final class Documents {
    static final String EVERYTHING =
            """
            # Heading one
            ## Heading two
            ### Heading three

            Plain, **bold**, *italic*, ~~struck~~ and `inline code`,
            first line
            second line

            - one
            - two
              - nested, with a longer text that wraps when the window is narrow, as it often is
            - [x] done
            - [ ] to do

            1. first
            2. second

            > A quote with **bold** text.
            >
            > - and a list

            | tool | calls | median |
            |:-----|------:|:------:|
            | echo | 1,000 | 0.4 ms |
            | get-sum | 12 | `0.6 ms` |

            ```java
            int answer = 42; // of course
            ```

            Served by [the host](https://example.test/a).

            HTML like <b>this</b> is text.

            <table><tr><td onclick="x()">cell</td></tr></table>

            ![Chart](http://pictures.example.test/chart.png)

            ![Dot](data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAABgAAAAQCAMAAAA7+k+nAAAAA1BMVEUzZswgIiSpAAAADklEQVQY02NgGAWDCQAAAZAAAcWb20kAAAAASUVORK5CYII=)

            ---

            The end.
            """;

    static final String HIDDEN =
            """
            invoice\u202efdp.exe\u202c

            zero\u200bwidth and \ufeffmark

            many%s

            \u001b[31mred\u001b[0m\u0007

            tags \udb40\udc48\udb40\udc69 here, and `co\u200bde`

            ```
            if (admin\u2066 // check
            ```

            שלום עולם and مرحبا بالعالم are read from the right.
            """
                    .formatted("\u200b".repeat(1_000));

    private Documents() {}
}
