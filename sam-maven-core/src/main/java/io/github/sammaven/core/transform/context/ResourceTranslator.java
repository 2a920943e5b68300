package io.github.sammaven.core.transform.context;

import java.util.List;

/** Makes CloudFormation resources of the SAM resources of one type. */
@FunctionalInterface
public interface ResourceTranslator {

    /**
     * @param resource its properties are known, complete and of the right kinds, as far as the property tables say
     * @return the main resource first; all of them are put in the place of {@code resource}
     * @throws InvalidResourceException if it can not be translated
     */
    List<CloudFormationResource> translate(SamResource resource);
}
