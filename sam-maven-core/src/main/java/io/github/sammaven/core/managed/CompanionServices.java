package io.github.sammaven.core.managed;

import io.github.sammaven.core.aws.Caller;
import io.github.sammaven.core.aws.DirectStacks;
import io.github.sammaven.core.aws.ImageRegistry;
import io.github.sammaven.core.aws.StackGateway;
import io.github.sammaven.core.aws.TemplateSource;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Pauser;
import java.util.function.Function;

/**
 * What a companion stack is made with.
 *
 * @param delivery brings the text of a template to where CloudFormation takes it from: a bucket, or the call itself
 */
public record CompanionServices(
        StackGateway stacks,
        DirectStacks direct,
        ImageRegistry registry,
        Caller caller,
        Function<String, TemplateSource> delivery,
        Pauser pauser,
        EventSink events) {}
