/**
 * Custom domains of APIs: the domain name, the paths under it, and its addresses in Route 53. REST and HTTP APIs of one
 * hosted zone share a group of record sets.
 */
@NullMarked
package io.github.sammaven.core.transform.domain;

import org.jspecify.annotations.NullMarked;
