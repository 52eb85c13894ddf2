package dev.benchlight.mcp.wire.http;

import okhttp3.HttpUrl;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Decides which header values are not to be recorded, and writes `•••• (n chars)` instead: those
/// of headers whose name tells, and configured ones whose value looks like a key. Thread-safe.
final class SecretHeaders {
    private static final Pattern SECRET_NAME =
            Pattern.compile(
                    "authorization|cookie|(api|auth|access)[-_]?key|token|secret|passw|credential|signature");
    private static final Pattern LONG_KEY = Pattern.compile("[A-Za-z0-9._~+/=:-]{20,}");
    private static final Pattern KEY_PREFIX =
            Pattern.compile("(sk|pk|rk|gh[a-z]|glpat|xox[a-z]|bearer|basic)[-_ ].+");

    private final Set<String> configured;

    SecretHeaders(Map<String, String> headers) {
        this.configured =
                headers.entrySet().stream()
                        .filter(header -> looksSecret(header.getValue()))
                        .map(header -> header.getKey().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet());
    }

    String mask(String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean challenge = lower.endsWith("-authenticate");
        boolean secret = configured.contains(lower) || SECRET_NAME.matcher(lower).find();
        return secret && !challenge ? masked(value) : value;
    }

    /// The URL with the values of query parameters masked whose name tells of a secret.
    String mask(HttpUrl url) {
        if (url.query() == null && url.username().isEmpty() && url.password().isEmpty()) {
            return url.toString();
        }
        HttpUrl.Builder builder = url.newBuilder().query(null);
        for (int i = 0; i < url.querySize(); i++) {
            String name = url.queryParameterName(i);
            String lower = name.toLowerCase(Locale.ROOT);
            boolean secret = lower.equals("key") || SECRET_NAME.matcher(lower).find();
            builder.addQueryParameter(name, secret ? "****" : url.queryParameterValue(i));
        }
        return builder.username("").password("").build().toString();
    }

    private static String masked(String value) {
        return "•••• (" + value.length() + " chars)";
    }

    private static boolean looksSecret(String value) {
        return KEY_PREFIX.matcher(value.toLowerCase(Locale.ROOT)).matches()
                || (LONG_KEY.matcher(value).matches()
                        && value.chars().anyMatch(Character::isDigit)
                        && value.chars().anyMatch(Character::isLetter));
    }
}
