package io.github.sammaven.core.packaging.artifact;

/** What is made of the file or folder a property names. */
public enum ArtifactKind {
    /** A zip, also of a single file; archives are taken as they are. */
    CODE,
    /** A file as it is; a folder is zipped. */
    FILE,
    /** A template that is packaged in turn. */
    NESTED_TEMPLATE,
    /** A template that is uploaded as it is: it is deployed to other accounts, where our bucket means nothing. */
    VERBATIM_TEMPLATE,
    /** A container image. */
    IMAGE
}
