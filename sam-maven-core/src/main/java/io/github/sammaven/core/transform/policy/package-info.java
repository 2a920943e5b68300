@NullMarked
package io.github.sammaven.core.transform.policy;

import org.jspecify.annotations.NullMarked;
