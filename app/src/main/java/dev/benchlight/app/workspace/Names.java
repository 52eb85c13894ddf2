package dev.benchlight.app.workspace;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds what someone may have meant.
public final class Names {
    /// Nobody types more by mistake, and comparing takes the product of both lengths.
    private static final int LONGEST = 200;

    private Names() {}

    /// The known names nearest to a mistyped one, best first, at most three.
    public static List<String> near(String typed, Collection<String> known) {
        if (typed.length() > LONGEST) {
            return List.of();
        }
        String wanted = typed.toLowerCase(Locale.ROOT);
        int allowed = Math.max(2, wanted.length() / 3);
        return known.stream()
                .distinct()
                .filter(name -> name.length() <= LONGEST)
                .map(name -> new Candidate(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance <= allowed)
                .sorted(Comparator.comparingInt(Candidate::distance))
                .limit(3)
                .map(Candidate::name)
                .toList();
    }

    /// A hint such as `Did you mean "echo"?`, else one that lists some of what there is.
    public static String hint(String typed, Collection<String> known) {
        List<String> near = near(typed, known);
        if (!near.isEmpty()) {
            return "Did you mean " + String.join(" or ", near) + "?";
        }
        if (known.isEmpty()) {
            return "There are none.";
        }
        String some = String.join(", ", known.stream().sorted().limit(10).toList());
        return "There is " + some + (known.size() > 10 ? ", …" : "") + ".";
    }

    private record Candidate(String name, int distance) {}

    /// How far apart two names are: edits and swapped neighbours; a part of the other is near.
    private static int distance(String a, String b) {
        if (a.length() >= 3 && (b.contains(a) || (b.length() >= 3 && a.contains(b)))) {
            return 1;
        }
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(last[j] + 1, now[j - 1] + 1), last[j - 1] + cost);
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    now[j] = Math.min(now[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = now;
        }
        return last[b.length()];
    }
}
