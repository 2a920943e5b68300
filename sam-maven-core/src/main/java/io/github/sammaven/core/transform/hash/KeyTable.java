package io.github.sammaven.core.transform.hash;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a dictionary of Python 2.7, for the order in which it gives them: by slot in a table with open addressing,
 * so that hashes and history decide. Not safe for threads.
 */
final class KeyTable {

    private static final int FIRST_SLOTS = 8;
    private static final long MULTIPLIER = 1_000_003;

    /** A key and its hash; without a key the rest of one that was removed. */
    private record Slot(@Nullable String key, long hash) {

        private static final Slot REMOVED = new Slot(null, 0);

        boolean holds(Slot other) {
            return key != null && hash == other.hash && key.equals(other.key);
        }
    }

    private @Nullable Slot[] slots = new Slot[FIRST_SLOTS];
    private int filled;
    private int size;

    /** A dictionary that got {@code keys} one by one. */
    static KeyTable of(Collection<String> keys) {
        KeyTable table = new KeyTable();
        keys.forEach(table::put);
        return table;
    }

    /** Adds a key that may be there already. */
    void put(String key) {
        put(new Slot(key, hash(key)));
    }

    private void put(Slot entry) {
        int index = indexFor(entry);
        Slot before = slots[index];
        if (before != null && before.holds(entry)) {
            return;
        }
        filled += before == null ? 1 : 0;
        size++;
        slots[index] = entry;
        if (3 * filled >= 2 * slots.length) {
            rebuild();
        }
    }

    void remove(String key) {
        Slot entry = new Slot(key, hash(key));
        int index = indexFor(entry);
        Slot before = slots[index];
        if (before != null && before.holds(entry)) {
            slots[index] = Slot.REMOVED;
            size--;
        }
    }

    /** The keys in the order in which Python gives them. */
    List<String> keys() {
        List<String> keys = new ArrayList<>(size);
        for (Slot slot : slots) {
            if (slot != null && slot.key != null) {
                keys.add(slot.key);
            }
        }
        return keys;
    }

    /** What so many deep copies, one of the other, make of it; each gets the keys in the order of the one before. */
    KeyTable copied(int times) {
        KeyTable current = this;
        for (int time = 0; time < times; time++) {
            KeyTable next = new KeyTable();
            next.addAll(current.slots);
            current = next;
        }
        return current;
    }

    private void addAll(@Nullable Slot[] entries) {
        for (Slot entry : entries) {
            if (entry != null && entry.key != null) {
                put(entry);
            }
        }
    }

    private void rebuild() {
        @Nullable Slot[] entries = slots;
        int length = FIRST_SLOTS;
        while (length <= 4 * size) {
            length *= 2;
        }
        slots = new Slot[length];
        filled = 0;
        size = 0;
        addAll(entries);
    }

    /** Where the key is, else where it would be put. */
    private int indexFor(Slot entry) {
        int mask = slots.length - 1;
        long probe = entry.hash & mask;
        long perturb = entry.hash;
        int free = -1;
        while (true) {
            int index = (int) (probe & mask);
            Slot there = slots[index];
            if (there == null) {
                return free < 0 ? index : free;
            }
            if (there.holds(entry)) {
                return index;
            }
            if (there.key == null && free < 0) {
                free = index;
            }
            probe = 5 * probe + perturb + 1;
            perturb >>>= 5;
        }
    }

    /** The hash of a text in Python 2.7 without randomization, on 64 bits. */
    static long hash(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        long hash = (long) text.codePointAt(0) << 7;
        int length = 0;
        for (int index = 0; index < text.length(); length++) {
            int character = text.codePointAt(index);
            hash = hash * MULTIPLIER ^ character;
            index += Character.charCount(character);
        }
        return hash ^ length;
    }
}
