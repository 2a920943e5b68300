/**
 * One class per {@code AWS::Serverless::} type, named after it: which CloudFormation resources it becomes.
 */
@NullMarked
package io.github.sammaven.core.transform.resource;

import org.jspecify.annotations.NullMarked;
