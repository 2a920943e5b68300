package io.github.sammaven.core.operate.remove;

import io.github.sammaven.core.operate.remove.Leftover.StoredImage;
import io.github.sammaven.core.operate.remove.Leftover.StoredObject;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be deleted once a stack is gone.
 *
 * @param stackId ARN of the stack
 * @param stackName its name
 * @param objects objects its templates named
 * @param images images its templates named
 * @param prefix all objects below which go too; its key ends with a slash
 */
record Leftovers(
        String stackId,
        String stackName,
        Set<StoredObject> objects,
        Set<StoredImage> images,
        Optional<StoredObject> prefix) {

    Leftovers {
        objects = new LinkedHashSet<>(objects);
        images = new LinkedHashSet<>(images);
    }

    /** With those of an earlier run that did not come to its end. */
    Leftovers and(Optional<Leftovers> earlier) {
        return earlier.map(before -> new Leftovers(
                        stackId,
                        stackName,
                        union(before.objects, objects),
                        union(before.images, images),
                        prefix.or(() -> before.prefix)))
                .orElse(this);
    }

    private static <T> Set<T> union(Collection<T> first, Collection<T> second) {
        Set<T> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return all;
    }

    /** {@code arn:aws:cloudformation:REGION:ACCOUNT}. */
    String place() {
        int end = stackId.indexOf(":stack/");
        return end < 0 ? stackId : stackId.substring(0, end);
    }
}
