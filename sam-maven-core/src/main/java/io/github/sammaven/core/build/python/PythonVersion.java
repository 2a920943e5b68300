package io.github.sammaven.core.build.python;

import io.github.sammaven.core.build.workflow.BuildTarget;
import io.github.sammaven.core.function.Architecture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Python of a Lambda runtime.
 *
 * @param minor 12 for {@code python3.12}
 */
record PythonVersion(int minor) {

    private static final Pattern RUNTIME = Pattern.compile("python3\\.(\\d+)");
    private static final int FIRST_ON_AL2023 = 12;
    private static final int GLIBC_AL2023 = 34;
    private static final int GLIBC_AL2 = 26;

    /** First glibc with wheels of its own, {@code manylinux1} and {@code manylinux2014}. */
    private static final int FIRST_MANYLINUX_X86_64 = 5;

    private static final int FIRST_MANYLINUX_ARM64 = 17;

    /** By its runtime, or the {@code BuildMethod} of a layer. */
    static Optional<PythonVersion> of(BuildTarget target) {
        return of(target.runtime()).or(() -> target.method().flatMap(PythonVersion::of));
    }

    private static Optional<PythonVersion> of(String runtime) {
        Matcher name = RUNTIME.matcher(runtime);
        return name.matches() ? Optional.of(new PythonVersion(Integer.parseInt(name.group(1)))) : Optional.empty();
    }

    /** {@code 3.12}. */
    String text() {
        return "3." + minor;
    }

    /** {@code cp312}. */
    String abi() {
        return "cp3" + minor;
    }

    /** Minor version of the glibc 2 in Lambda: 26 on Amazon Linux 2, 34 on Amazon Linux 2023. */
    int glibc() {
        return minor >= FIRST_ON_AL2023 ? GLIBC_AL2023 : GLIBC_AL2;
    }

    /** Platform tags of the wheels that run there, the best first. */
    List<String> platforms(Architecture architecture) {
        String machine = machine(architecture);
        int first = architecture == Architecture.ARM64 ? FIRST_MANYLINUX_ARM64 : FIRST_MANYLINUX_X86_64;
        List<String> tags = new ArrayList<>();
        for (int glibc = glibc(); glibc >= first; glibc--) {
            tags.add("manylinux_2_" + glibc + "_" + machine);
        }
        tags.add("manylinux2014_" + machine);
        tags.add("linux_" + machine);
        return tags;
    }

    static String machine(Architecture architecture) {
        return architecture == Architecture.ARM64 ? "aarch64" : "x86_64";
    }
}
