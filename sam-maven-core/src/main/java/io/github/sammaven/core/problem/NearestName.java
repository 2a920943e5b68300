package io.github.sammaven.core.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name a person most likely meant, for "did you mean" suggestions. */
public final class NearestName {

    private NearestName() {}

    /**
     * The candidate closest to {@code typed}: the same but for case, or within a third of its length in edits
     * (insert, delete, replace, swap of neighbours). Ties go to the first in alphabetical order.
     */
    public static Optional<String> of(String typed, Collection<String> candidates) {
        int allowed = Math.max(1, typed.length() / 3);
        record Scored(String name, int distance) {}
        return candidates.stream()
                .filter(name -> Math.abs(name.length() - typed.length()) <= allowed)
                .map(name -> new Scored(name, distance(lower(typed), lower(name))))
                .filter(scored -> scored.distance <= allowed)
                .min(Comparator.comparingInt(Scored::distance).thenComparing(Scored::name))
                .map(Scored::name);
    }

    /** {@code Did you mean 'X'?}, or the empty text when nothing is near. */
    public static String suggestion(String typed, Collection<String> candidates) {
        return of(typed, candidates).map(name -> "Did you mean '" + name + "'?").orElse("");
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replace, Math.min(last[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = current;
            current = free;
        }
        return last[b.length()];
    }
}
