package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.Node;

/**
 * A function that decides about requests and that API Gateway needs a permission for.
 *
 * @param authorizer name of the authorizer; part of the permission's id
 * @param functionArn its ARN as written
 */
public record AuthorizerFunction(String authorizer, Node functionArn) {}
