package io.github.sammaven.core.build;

import static io.github.sammaven.core.build.BuildProject.function;
import static io.github.sammaven.core.build.BuildProject.layer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.problem.InvalidOptionException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildSelectionTest {

    @TempDir
    private Path folder;

    private FunctionCatalog catalog;

    @BeforeEach
    void readTemplate() throws IOException {
        BuildProject project = new BuildProject(folder)
                .file(
                        "shop/template.yaml",
                        "Resources:\n"
                                + function("Orders", "python3.12", "code").indent(2));
        catalog = project.catalog("Orders:\n  Type: AWS::Serverless::Function\n"
                + "  Properties: {CodeUri: code, FunctionName: orders-prod, Layers: [!Ref Deps, 'arn:aws:x']}\n"
                + function("Audit", "python3.12", "code")
                + layer("Deps", "deps")
                + layer("Other", "other")
                + "Shop:\n  Type: AWS::Serverless::Application\n  Properties: {Location: shop/template.yaml}\n");
    }

    private static BuildSelection one(String name, String... exclude) {
        return new BuildSelection(Optional.of(name), List.of(exclude));
    }

    @Test
    void allAreBuiltIfNothingIsSaid() {
        assertThat(BuildSelection.ALL.of(catalog)).containsExactly("Orders", "Audit", "Shop/Orders", "Deps", "Other");
    }

    @Test
    void functionTakesItsLayersAlong() {
        assertThat(one("Orders").of(catalog)).containsExactly("Orders", "Deps");
        assertThat(one("orders-prod").of(catalog)).containsExactly("Orders", "Deps");
    }

    @Test
    void layerIsBuiltAlone() {
        assertThat(one("Other").of(catalog)).containsExactly("Other");
    }

    @Test
    void functionOfANestedStackIsNamedByItsPath() {
        assertThat(one("Shop/Orders").of(catalog)).containsExactly("Shop/Orders");
    }

    @Test
    void excludedOnesAreLeftOutByIdOrLogicalId() {
        assertThat(new BuildSelection(Optional.empty(), List.of("Shop/Orders", "Other")).of(catalog))
                .containsExactly("Orders", "Audit", "Deps");
        assertThat(new BuildSelection(Optional.empty(), List.of("Orders")).of(catalog))
                .containsExactly("Audit", "Deps", "Other");
        assertThat(one("Orders", "Deps").of(catalog)).containsExactly("Orders");
    }

    @Test
    void unknownResourceIsRefusedWithTheNearestName() {
        assertThatThrownBy(() -> one("Ordrs").of(catalog))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("no function or layer 'Ordrs'")
                .hasMessageContaining("Did you mean 'Orders'?");
        assertThatThrownBy(() -> one("Completely").of(catalog)).hasMessageContaining("it has Orders, Audit");
    }

    @Test
    void nameExcludedInVainIsKnown() {
        assertThat(new BuildSelection(Optional.empty(), List.of("Audit", "Gone")).excludedInVain(catalog))
                .containsExactly("Gone");
    }
}
