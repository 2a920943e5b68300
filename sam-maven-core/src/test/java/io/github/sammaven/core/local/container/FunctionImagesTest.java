package io.github.sammaven.core.local.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.function.Architecture;
import io.github.sammaven.core.local.invoke.FunctionPackage;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.report.Note;
import io.github.sammaven.core.report.SamEvent;
import io.github.sammaven.core.report.Warning;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a registry is asked, and what happens when it does not answer. */
class FunctionImagesTest {

    private static final String BASE = "public.ecr.aws/lambda/java:21-x86_64";
    private static final LocalFunction FUNCTION = ContainerFunctions.function(
            new FunctionPackage.Zip("java21", "a.B", Path.of("code"), List.of()), Duration.ofSeconds(3), 128);

    private final Map<String, EngineImage> here = new HashMap<>();
    private final Map<String, EngineImage> registry = new HashMap<>();
    private final List<String> pulls = new ArrayList<>();
    private final List<SamEvent> events = new ArrayList<>();

    private static EngineImage image(String id, boolean fromRegistry) {
        return new EngineImage(id, "amd64", fromRegistry, List.of("/lambda-entrypoint.sh"), List.of());
    }

    /** A store that knows names and pulls, and nothing else. */
    private ImageStore store() {
        return (ImageStore) Proxy.newProxyInstance(
                ImageStore.class.getClassLoader(),
                new Class<?>[] {ImageStore.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "find" -> Optional.ofNullable(here.get((String) arguments[0]));
                    case "pull" -> pull((String) arguments[0], (Architecture) arguments[1]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private Object pull(String name, Architecture architecture) {
        pulls.add(name + " " + architecture);
        if (!registry.containsKey(name)) {
            throw new ImageUnavailableException("The image " + name + " cannot be pulled: no such host", "", null);
        }
        return here.put(name, registry.get(name));
    }

    private FunctionImages images(ImageOptions options) {
        return new FunctionImages(
                store(), ContainerOptions.builder().images(options).build(), events::add);
    }

    private FunctionImages images() {
        return images(new ImageOptions(Map.of(), true, false));
    }

    @Test
    void missingImageIsPulledAndThatIsSaid() {
        registry.put(BASE, image("new", true));
        assertThat(images().of(FUNCTION).id()).isEqualTo("new");
        assertThat(pulls).containsExactly(BASE + " X86_64");
        assertThat(events).containsExactly(new Note("Pulling " + BASE));
    }

    @Test
    void registryIsAskedForANewerImageOncePerRun() {
        here.put(BASE, image("old", true));
        registry.put(BASE, image("new", true));
        FunctionImages images = images();
        assertThat(images.of(FUNCTION).id()).isEqualTo("new");
        assertThat(images.of(FUNCTION).id()).isEqualTo("new");
        assertThat(pulls).hasSize(1);
    }

    @Test
    void imageOfThisMachineIsUsedWithAWarningWhereTheRegistryIsSilent() {
        here.put(BASE, image("old", true));
        FunctionImages images = images();
        assertThat(images.of(FUNCTION).id()).isEqualTo("old");
        assertThat(images.of(FUNCTION).id()).isEqualTo("old");
        assertThat(pulls).hasSize(1);
        assertThat(events).singleElement().isInstanceOf(Warning.class);
        assertThat(events.toString()).contains("no such host", "-Dsam.skipPullImage");
    }

    @Test
    void registryIsNotAskedIfTheUserSaysSo() {
        here.put(BASE, image("old", true));
        assertThat(images(new ImageOptions(Map.of(), false, false)).of(FUNCTION).id())
                .isEqualTo("old");
        assertThat(pulls).isEmpty();
    }

    @Test
    void imageThatWasMadeHereIsNotLookedForElsewhereAndCountsAnew() {
        here.put("mine", image("first", false));
        FunctionImages images = images(new ImageOptions(Map.of("Hello", "mine"), true, false));
        assertThat(images.of(FUNCTION).id()).isEqualTo("first");
        here.put("mine", image("second", false));
        assertThat(images.of(FUNCTION).id()).isEqualTo("second");
        assertThat(pulls).isEmpty();
    }

    @Test
    void missingImageThatCannotBePulledIsAProblem() {
        assertThatThrownBy(() -> images().of(FUNCTION)).isInstanceOf(ImageUnavailableException.class);
    }

    @Test
    void runtimeWithoutAnImageIsAProblem() {
        LocalFunction old = ContainerFunctions.function(
                new FunctionPackage.Zip("java8", "a.B", Path.of("code"), List.of()), Duration.ofSeconds(3), 128);
        assertThatThrownBy(() -> images().of(old))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("Hello: there is no image for runtime java8");
    }

    @Test
    void imageFunctionThatSaysNothingIsAProblem() {
        LocalFunction none = ContainerFunctions.function(
                new FunctionPackage.Image("", Optional.empty(), List.of(), List.of(), Optional.empty()),
                Duration.ofSeconds(3),
                128);
        assertThatThrownBy(() -> images().of(none))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("names no image");
    }
}
