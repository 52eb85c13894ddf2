/// Content to node: the port, the registry and what they share. Knows no other module.
@NullMarked
package dev.benchlight.render;

import org.jspecify.annotations.NullMarked;
