package io.github.sammaven.core.build.python;

import java.nio.file.Path;

/**
 * A Python with pip on this machine.
 *
 * @param executable the program itself, behind whatever version manager
 * @param version {@code 3.12}
 * @param pip version of its pip
 */
record Interpreter(Path executable, String version, String pip) {}
