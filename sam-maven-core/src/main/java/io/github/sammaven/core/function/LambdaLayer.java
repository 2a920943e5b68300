package io.github.sammaven.core.function;

import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;

/**
 * A layer, whether written as {@code AWS::Serverless::LayerVersion} or {@code AWS::Lambda::LayerVersion}.
 *
 * @param logicalId key in {@code Resources}
 * @param code where its content is
 * @param properties {@code Properties} with Globals merged in, otherwise as written
 * @param mark where the logical id is
 */
public record LambdaLayer(String logicalId, CodeSource code, MappingNode properties, SourceMark mark) {}
