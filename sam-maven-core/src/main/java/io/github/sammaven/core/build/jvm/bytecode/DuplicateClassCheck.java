package io.github.sammaven.core.build.jvm.bytecode;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Classes that lie in more than one place of an artifact and its layers, and are not the same there. */
public final class DuplicateClassCheck {

    /** At most six warnings. */
    public List<Finding> check(CodePath path) throws IOException {
        Duplicates duplicates = new Duplicates();
        Map<String, ClassContainer> places = new HashMap<>();
        for (ClassContainer container : path.containers()) {
            for (String file : container.facts().classes().keySet()) {
                ClassContainer first = places.putIfAbsent(file, container);
                if (first != null
                        && !file.endsWith("package-info.class")
                        && first.checksum(file) != container.checksum(file)) {
                    String name = file.substring(0, file.length() - ".class".length());
                    duplicates.add(name.replace('/', '.'), first.place(), container.place());
                }
            }
        }
        return duplicates.sentences().stream()
                .map(sentence -> Finding.warning(sentence, "exclude one of the two in the pom"))
                .toList();
    }
}
