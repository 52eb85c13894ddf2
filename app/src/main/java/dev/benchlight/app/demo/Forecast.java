package dev.benchlight.app.demo;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/// Made-up weather, the same for the same city every time.
record Forecast(String city, String unit, List<Day> days) {

    record Day(String name, String sky, int high, int low, int rainPercent) {}

    private static final List<String> NAMES =
            List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final List<String> SKIES = List.of("sunny", "cloudy", "showers", "windy");

    static Forecast of(String city, int days, boolean fahrenheit) {
        Random random = new Random(city.toLowerCase(Locale.ROOT).hashCode());
        int base = 8 + random.nextInt(18);
        List<Day> made =
                IntStream.range(0, Math.clamp(days, 1, 14))
                        .mapToObj(day -> {
                            int high = base + random.nextInt(9) - 2;
                            int low = high - 4 - random.nextInt(6);
                            return new Day(
                                    NAMES.get(day % 7),
                                    SKIES.get(random.nextInt(SKIES.size())),
                                    scaled(high, fahrenheit),
                                    scaled(low, fahrenheit),
                                    random.nextInt(10) * 10);
                        })
                        .toList();
        return new Forecast(city, fahrenheit ? "°F" : "°C", made);
    }

    private static int scaled(int celsius, boolean fahrenheit) {
        return fahrenheit ? Math.round(celsius * 1.8f + 32) : celsius;
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("# Weather in ").append(city).append("\n\n");
        text.append("All *made up*; the chart below is an `image/png` of the same result.\n\n");
        text.append("| Day | Sky | High | Low | Rain |\n|---|---|---:|---:|---:|\n");
        for (Day day : days) {
            text.append(
                    "| %s | %s | %d %s | %d %s | %d %% |%n"
                            .formatted(
                                    day.name,
                                    day.sky,
                                    day.high,
                                    unit,
                                    day.low,
                                    unit,
                                    day.rainPercent));
        }
        return text.toString();
    }
}
