package io.github.sammaven.core.template;

import io.github.sammaven.core.template.SourceValue.Collection;
import java.util.List;
import java.util.Map;

/** Edits that take entries or items out of a collection and put others into it. */
interface SlotChanges {

    /**
     * @param kept which slots stay; at least one does
     * @param added what comes behind the slot of each number, which stays; behind -1 is before the first, which then stays
     */
    void change(Collection collection, boolean[] kept, Map<Integer, List<NewSlot>> added);
}
