package io.github.sammaven.core.build.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.function.DockerBuild;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageNameTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "OrdersFunction,-,-,-,ordersfunction:latest",
                "Child/OrdersFunction,-,v1,-,child/ordersfunction:v1",
                "F,team/orders,-,-,team/orders:latest",
                "F,team/orders:2,-,-,team/orders:2",
                "F,team/orders:2,3,-,team/orders:3",
                "F,localhost:5000/orders,-,-,localhost:5000/orders:latest",
                "F,localhost:5000/orders:2,-,debug,localhost:5000/orders:2-debug",
                "F,-,-,debug,f:latest-debug"
            })
    void nameIsMadeOfWhatTheTemplateSays(String id, String image, String tag, String mode, String expected) {
        DockerBuild build = new DockerBuild(
                Path.of("/x"),
                "Dockerfile",
                Optional.ofNullable(tag),
                Map.of(),
                Optional.empty(),
                List.of(),
                Optional.ofNullable(image));
        assertThat(ImageName.of(id, build, Optional.ofNullable(mode)).toString())
                .isEqualTo(expected);
    }
}
