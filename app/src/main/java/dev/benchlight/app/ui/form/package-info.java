/// The schema-driven form of arguments and the JSON editor, two views of one text.
@NullMarked
package dev.benchlight.app.ui.form;

import org.jspecify.annotations.NullMarked;
