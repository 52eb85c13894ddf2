/// Tests of workspace files, pasted servers, trust and the data folder.
@NullMarked
package dev.benchlight.app.workspace;

import org.jspecify.annotations.NullMarked;
