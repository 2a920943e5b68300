package io.github.sammaven.core.build.jvm;

import java.nio.file.Path;
import java.util.List;

/**
 * What the running build has made of one Java module.
 *
 * @param module its name, as messages show it
 * @param classes folder of its compiled classes and resources
 * @param ownJar the module itself as a jar, for layers; its file may be the classes folder
 * @param runtimeJars everything its code needs at run time, itself left out
 */
public record BuildOutput(String module, Path classes, RuntimeJar ownJar, List<RuntimeJar> runtimeJars) {

    public BuildOutput {
        runtimeJars = runtimeJars.stream().sorted().toList();
    }
}
