/**
 * Folders of artifacts: what goes in, and how a folder comes to hold exactly that.
 * Files that are the same already are left alone.
 */
@NullMarked
package io.github.sammaven.core.build.folder;

import org.jspecify.annotations.NullMarked;
