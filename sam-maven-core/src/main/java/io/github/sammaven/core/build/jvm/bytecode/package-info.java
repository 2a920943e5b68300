/**
 * What compiled Java code says about itself, read from class files and never loaded.
 * Knows of folders, jars and layers as the Java runtime of Lambda searches them, not of Maven or templates.
 */
@NullMarked
package io.github.sammaven.core.build.jvm.bytecode;

import org.jspecify.annotations.NullMarked;
