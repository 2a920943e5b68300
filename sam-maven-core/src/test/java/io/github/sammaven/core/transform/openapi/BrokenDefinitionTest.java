package io.github.sammaven.core.transform.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.transform.context.InvalidResourceException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenDefinitionTest {

    static List<DefinitionCase> cases() {
        return DefinitionCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void brokenApiGivesADocumentOrAProblem(DefinitionCase each) {
        for (long seed = 0; seed < 200; seed++) {
            MappingNode api =
                    new NodeMutation(seed).broken(each.body().mapping("Api").orElseThrow());
            try {
                new DefinitionCase(each.name(), each.body().with("Api", api)).run();
            } catch (InvalidResourceException refused) {
                assertThat(refused.error().problem().message()).isNotEmpty();
            } catch (RuntimeException crash) {
                fail("seed " + seed + " of " + each, crash);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void brokenEventsGiveADocumentOrAProblem(DefinitionCase each) {
        for (long seed = 0; seed < 200; seed++) {
            MappingNode events = each.body().mapping("Events").orElseGet(ApiDefinition::empty);
            MappingNode broken = new NodeMutation(seed).broken(events);
            try {
                new DefinitionCase(each.name(), each.body().with("Events", broken)).run();
            } catch (InvalidResourceException refused) {
                assertThat(refused.error().problem().message()).isNotEmpty();
            } catch (RuntimeException crash) {
                fail("seed " + seed + " of " + each, crash);
            }
        }
    }
}
