/// The renderers in their order.
@NullMarked
package dev.benchlight.render.standard;

import org.jspecify.annotations.NullMarked;
