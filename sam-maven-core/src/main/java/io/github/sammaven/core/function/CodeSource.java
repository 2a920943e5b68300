package io.github.sammaven.core.function;

import io.github.sammaven.core.problem.SourceMark;
import java.nio.file.Path;
import java.util.Optional;

/** Where the code of a function or layer comes from. */
public sealed interface CodeSource {

    /**
     * A folder or file beside the template.
     *
     * @param written the path as it is in the template; {@code .} if the property is absent
     * @param path absolute and normalised; may not exist
     * @param mark where the property is
     */
    record Local(String written, Path path, SourceMark mark) implements CodeSource {}

    /**
     * Source text in the template itself ({@code InlineCode}, {@code ZipFile}).
     *
     * @param text the source
     */
    record Inline(String text) implements CodeSource {}

    /**
     * Already in S3, or given by something that only AWS can resolve.
     *
     * @param location as it is in the template, for messages
     */
    record Remote(String location) implements CodeSource {}

    /**
     * A container image.
     *
     * @param uri its name; empty if the build is to make it
     * @param build how to make it; empty if it is somewhere already
     * @param config what is started in it
     */
    record Image(String uri, Optional<DockerBuild> build, ImageConfig config) implements CodeSource {}
}
