/**
 * The parts of an AppSync API: authentication, logging, data sources, functions, resolvers. Each makes its own resources
 * of one part of {@code AWS::Serverless::GraphQLApi}.
 */
@NullMarked
package io.github.sammaven.core.transform.graphql;

import org.jspecify.annotations.NullMarked;
