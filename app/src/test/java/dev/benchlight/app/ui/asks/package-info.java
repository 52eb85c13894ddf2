@org.jspecify.annotations.NullMarked
package dev.benchlight.app.ui.asks;
