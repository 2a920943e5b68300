package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.transform.generate.LambdaPermission;
import java.util.List;

/** {@code AlexaSkill}: a skill may call the function. */
final class AlexaSkillEvent implements FunctionEventSource {

    @Override
    public EventResult translate(FunctionEvent event) {
        return EventResult.of(List.of(event.resource(
                "Permission",
                LambdaPermission.TYPE,
                LambdaPermission.of(event.target().name(), "alexa-appkit.amazon.com")
                        .withEventSourceToken(event.get("SkillId"))
                        .properties())));
    }
}
