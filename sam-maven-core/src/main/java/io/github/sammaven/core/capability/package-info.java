/**
 * What a template may do only if the caller says so: the capabilities CloudFormation asks for, with the resources that
 * need them. Works on transformed templates, since SAM makes most roles.
 */
@NullMarked
package io.github.sammaven.core.capability;

import org.jspecify.annotations.NullMarked;
