/// The authorisation debugger: each step of getting a token, in the tab of a server.
@NullMarked
package dev.benchlight.app.ui.debugger;

import org.jspecify.annotations.NullMarked;
