package io.github.sammaven.core.build.jvm.bytecode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the Java of a runtime can load the classes of an artifact: no class may be compiled for a later one. */
public final class ClassVersionCheck {

    private final String runtime;
    private final int java;
    private final boolean previewAllowed;

    /**
     * @param runtime as messages show it
     * @param java its Java version
     * @param previewAllowed whether it is started with {@code --enable-preview}
     */
    public ClassVersionCheck(String runtime, int java, boolean previewAllowed) {
        this.runtime = runtime;
        this.java = java;
        this.previewAllowed = previewAllowed;
    }

    /** One finding for each place that has classes the runtime refuses. */
    public List<Finding> check(CodePath path) throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (ClassContainer container : path.containers()) {
            ClassFacts facts = container.facts();
            Optional<ClassVersion> tooNew = facts.newest().filter(newest -> newest.java() > java);
            if (tooNew.isPresent()) {
                findings.add(tooNew(container, facts, tooNew.get()));
            } else {
                facts.preview()
                        .filter(preview -> !previewAllowed || preview.java() != java)
                        .map(preview -> preview(container, preview))
                        .ifPresent(findings::add);
            }
        }
        return findings;
    }

    private Finding tooNew(ClassContainer container, ClassFacts facts, ClassVersion newest) {
        String message = newest.className() + " in " + container.place() + " is compiled for Java " + newest.java()
                + ", the runtime " + runtime + " has Java " + java;
        if (container.own()) {
            return Finding.error(
                    message,
                    "set <maven.compiler.release>" + java + "</maven.compiler.release> in the pom, or Runtime: java"
                            + newest.java());
        }
        return facts.oldestJava() > java
                ? Finding.error(
                        message,
                        "take a version of it for Java " + java + " (for a module of yours:"
                                + " <maven.compiler.release>" + java + "), or Runtime: java" + newest.java())
                : Finding.warning(
                        message,
                        "other classes of the jar are older: it works unless the function comes to use that one");
    }

    private static Finding preview(ClassContainer container, ClassVersion preview) {
        return Finding.error(
                preview.className() + " in " + container.place() + " uses preview features of Java " + preview.java()
                        + ", which Lambda does not enable",
                "compile without --enable-preview, or set the variable JAVA_TOOL_OPTIONS of the function to"
                        + " --enable-preview on the runtime of exactly that Java");
    }
}
