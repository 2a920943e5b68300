package it;

import java.util.Map;
import org.jspecify.annotations.NullMarked;

@NullMarked
public final class Orders {

    /** The type comes from a jar that is in the layer alone. */
    public String handle(Map<String, Object> event) {
        return "first, " + NullMarked.class.getSimpleName();
    }
}
