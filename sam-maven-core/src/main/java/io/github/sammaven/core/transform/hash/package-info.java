/**
 * The text that the id of a REST deployment is the hash of: a definition as Python 2.7 prints it, which is what the
 * hosted macro takes. All that imitates it is here; the passes that make a definition know nothing of it.
 */
@NullMarked
package io.github.sammaven.core.transform.hash;

import org.jspecify.annotations.NullMarked;
