package io.github.sammaven.core.packaging.artifact;

/**
 * A property that may name something on this machine.
 *
 * @param owner the type of resource it belongs to, or the macro or metadata
 * @param path where it is, counted from {@code Properties} of a resource
 * @param kind what is made of it
 * @param required whether it is a mistake that it is absent: SAM CLI then packages the folder of the template, with all
 *     that lies beside it, which hardly anyone wants
 * @param form how its place in the bucket is written
 */
public record ArtifactProperty(
        String owner, PropertyPath path, ArtifactKind kind, boolean required, LocationForm form) {

    /** For messages: {@code CodeUri}, {@code Command.ScriptLocation}. */
    public String name() {
        return path.shown();
    }

    /** Whether it names a container image. */
    public boolean isImage() {
        return kind == ArtifactKind.IMAGE;
    }

    /** Whether the property is for resources whose {@code PackageType} is this one. */
    public boolean appliesTo(String packageType) {
        return packageType.equals("Image") == isImage();
    }
}
