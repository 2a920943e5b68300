package io.github.sammaven.core.template;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which items of a list are which of a changed one: equal ones as far as possible, and others in the gaps between them. */
final class ListAlignment {

    /** Above this many comparisons, what lies between equal ends is taken in order, so that long lists cost no more. */
    private static final long MAX_COMPARISONS = 1_000_000;

    private final int[] from;
    private final int[] to;
    private final int[] partners;

    ListAlignment(List<Node> from, List<Node> to) {
        Map<Node, Integer> numbers = new HashMap<>();
        this.from = numbered(from, numbers);
        this.to = numbered(to, numbers);
        this.partners = new int[from.size()];
    }

    private static int[] numbered(List<Node> items, Map<Node, Integer> numbers) {
        return items.stream()
                .mapToInt(item -> numbers.computeIfAbsent(item, unused -> numbers.size()))
                .toArray();
    }

    /** For each item its partner's index, ascending, or -1 where it has none. */
    int[] partners() {
        Arrays.fill(partners, -1);
        int start = 0;
        int end = from.length;
        int toEnd = to.length;
        while (start < end && start < toEnd && from[start] == to[start]) {
            partners[start] = start++;
        }
        while (end > start && toEnd > start && from[end - 1] == to[toEnd - 1]) {
            partners[--end] = --toEnd;
        }
        if ((long) (end - start) * (toEnd - start) <= MAX_COMPARISONS) {
            common(start, end, toEnd);
        }
        pairGaps();
        return partners;
    }

    /** The longest common subsequence. */
    private void common(int start, int end, int toEnd) {
        int[][] longest = new int[end - start + 1][toEnd - start + 1];
        for (int i = end - start - 1; i >= 0; i--) {
            for (int j = toEnd - start - 1; j >= 0; j--) {
                longest[i][j] = from[start + i] == to[start + j]
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        int i = start;
        int j = start;
        while (i < end && j < toEnd) {
            if (from[i] == to[j]) {
                partners[i++] = j++;
            } else if (longest[i - start + 1][j - start] >= longest[i - start][j - start + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private void pairGaps() {
        int free = 0;
        int i = 0;
        while (i < from.length) {
            if (partners[i] >= 0) {
                free = partners[i++] + 1;
                continue;
            }
            int gapEnd = i;
            while (gapEnd < from.length && partners[gapEnd] < 0) {
                gapEnd++;
            }
            int limit = gapEnd == from.length ? to.length : partners[gapEnd];
            while (i < gapEnd && free < limit) {
                partners[i++] = free++;
            }
            i = gapEnd;
        }
    }
}
