/// A tool's input schema as a form model, and validation of values against it.
@NullMarked
package dev.benchlight.mcp.schema;

import org.jspecify.annotations.NullMarked;
