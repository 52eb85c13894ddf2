/// Arrays of objects as a table.
@NullMarked
package dev.benchlight.render.table;

import org.jspecify.annotations.NullMarked;
