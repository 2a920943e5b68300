package io.github.sammaven.core.transform.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.TemplateWriter;
import io.github.sammaven.core.transform.context.InvalidResourceException;
import io.github.sammaven.core.transform.context.TransformError;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ApiDefinitionCasesTest {

    static Stream<DefinitionCase> documents() {
        return DefinitionCase.all().stream().filter(each -> each.expected().isPresent());
    }

    static List<DefinitionCase> refusals() {
        return DefinitionCase.all().stream()
                .filter(each -> each.expected().isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void definitionIsTheExpectedDocument(DefinitionCase each) {
        MappingNode expected = each.expected().orElseThrow().asMapping().orElseThrow();

        MappingNode actual = each.run();

        assertThat(actual).as(() -> new TemplateWriter().yaml(actual)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void mistakeIsReportedWhereItIs(DefinitionCase each) {
        TransformError error =
                catchThrowableOfType(InvalidResourceException.class, each::run).error();

        assertThat(error.problem().message()).endsWith(each.body().text("Error").orElseThrow());
        assertThat(placeOf(error)).isEqualTo(each.body().text("On").orElseThrow());
        assertThat(error.problem().suggestion()).isNotNull();
    }

    private static String placeOf(TransformError error) {
        if (error.eventId().isPresent()) {
            return "event";
        }
        return error.logicalId().isPresent() ? "api" : "template";
    }
}
