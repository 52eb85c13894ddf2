package dev.benchlight.app.doctor;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// One thing that was tried on a server to see what it makes of it.
///
/// @param step what was tried
/// @param verdict `ok`, `failed`, or `unclear` where the answer says nothing
/// @param evidence what the server answered
/// @param finding what is wrong with the answer, or null
public record Probed(
        String step, String verdict, String evidence, Duration took, @Nullable Finding finding) {}
