/// Conversations with models, neutral to providers: messages, their parts and usage.
@NullMarked
package dev.benchlight.llm;

import org.jspecify.annotations.NullMarked;
