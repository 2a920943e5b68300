package io.github.sammaven.core.build.jvm;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the running build has made of one Java module.
 *
 * @param module its name, as messages show it
 * @param classes folder of its compiled classes and resources
 * @param ownJar the module itself as a jar, for layers; its file may be the classes folder
 * @param runtimeJars everything its code needs at run time in class path order, itself left out
 * @param shadedJar the jar in which the build has put the module and its dependencies together, if it did
 */
public record BuildOutput(
        String module, Path classes, RuntimeJar ownJar, List<RuntimeJar> runtimeJars, Optional<Path> shadedJar) {

    public BuildOutput {
        runtimeJars = List.copyOf(runtimeJars);
    }

    /** Of a module whose build puts nothing together. */
    public BuildOutput(String module, Path classes, RuntimeJar ownJar, List<RuntimeJar> runtimeJars) {
        this(module, classes, ownJar, runtimeJars, Optional.empty());
    }

    /** With the jars of the running build alone: those that change with its code. */
    BuildOutput withoutThirdParty() {
        return new BuildOutput(
                module,
                classes,
                ownJar,
                runtimeJars.stream().filter(RuntimeJar::fromReactor).toList(),
                shadedJar);
    }

    List<RuntimeJar> thirdParty() {
        return runtimeJars.stream().filter(jar -> !jar.fromReactor()).toList();
    }
}
