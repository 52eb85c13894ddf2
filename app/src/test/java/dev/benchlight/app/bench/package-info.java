/// Benchmarks, run by `mvn -Pbench verify`. Figures are medians and ratios against a reference
/// measured in the same run.
@NullMarked
package dev.benchlight.app.bench;

import org.jspecify.annotations.NullMarked;
