package io.github.sammaven.core.transform.context;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PropertyTablesTest {

    private final PropertyTables tables = PropertyTables.load();

    @Test
    void knowsElevenResourceTypesAndEightGlobalsSections() {
        assertThat(tables.resourceTypes()).hasSize(11).contains("AWS::Serverless::Function");
        assertThat(tables.globals()).hasSize(8);
        assertThat(tables.propertiesOf("AWS::Serverless::LayerVersion")).contains("ContentUri");
    }

    /** But for one: SAM lets WebSocket APIs share FailOnWarnings, which no single one of them may have. */
    @Test
    void everyGlobalPropertyIsOneOfItsResourceType() {
        tables.globals().forEach((section, names) -> assertThat(tables.propertiesOf("AWS::Serverless::" + section))
                .as(section)
                .containsAll(names.stream()
                        .filter(name -> !(section.equals("WebSocketApi") && name.equals("FailOnWarnings")))
                        .toList()));
    }

    @Test
    void everyShapeNamesABlock() {
        for (PropertyTable table : tables.all()) {
            table.properties().values().stream()
                    .flatMap(property -> property.shape().stream())
                    .forEach(shape -> {
                        if (shape.byType()) {
                            assertThat(tables.typesOf(shape.block()))
                                    .as(shape.block())
                                    .isNotEmpty();
                        } else {
                            assertThat(tables.table(shape.block()))
                                    .as(shape.block())
                                    .isPresent();
                        }
                    });
        }
    }

    @Test
    void unknownTypeHasNoProperties() {
        assertThat(tables.propertiesOf("AWS::S3::Bucket")).isEmpty();
    }
}
