package io.github.sammaven.core.transform.hash;

import io.github.sammaven.core.template.Intrinsic;

/**
 * Where a value is in a definition. Lists and the branches of {@code Fn::If} are at the place of what they are in.
 *
 * @param depth number of keys above
 * @param section the first of them
 * @param second the second of them: a path, a scheme, ...
 * @param third the third of them: a method, ...
 * @param parent the last but one
 * @param key the last one
 * @param conditional whether {@code Fn::If} is right above
 */
record Place(int depth, String section, String second, String third, String parent, String key, boolean conditional) {

    static final String PATHS = "paths";
    static final Place ROOT = new Place(0, "", "", "", "", "", false);

    Place child(String name) {
        if (name.equals(Intrinsic.IF)) {
            return new Place(depth, section, second, third, parent, key, true);
        }
        return new Place(
                depth + 1,
                depth == 0 ? name : section,
                depth == 1 ? name : second,
                depth == 2 ? name : third,
                key,
                name,
                false);
    }

    /** Whether this is the mapping of all paths. */
    boolean isPaths() {
        return depth == 1 && section.equals(PATHS);
    }

    /** Whether this is a path item. */
    boolean isPath() {
        return depth == 2 && section.equals(PATHS);
    }

    /** Whether this is a method of a path. */
    boolean isMethod() {
        return depth == 3 && section.equals(PATHS);
    }

    /** Whether this is the mapping of security schemes, in the words of Swagger or of OpenAPI 3. */
    boolean isSchemes() {
        return depth <= 2 && (key.equals("securityDefinitions") || key.equals("securitySchemes"));
    }
}
