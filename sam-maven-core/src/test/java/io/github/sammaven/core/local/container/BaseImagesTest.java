package io.github.sammaven.core.local.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.function.Architecture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseImagesTest {

    @ParameterizedTest
    @CsvSource({
        "java8.al2,java:8.al2-arm64",
        "java11,java:11-arm64",
        "java17.al2023,java:17.al2023-arm64",
        "java25,java:25-arm64",
        "java29,java:29-arm64",
        "nodejs16.x,nodejs:16-arm64",
        "nodejs24.x,nodejs:24-arm64",
        "python3.8,python:3.8-arm64",
        "python3.14,python:3.14-arm64",
        "dotnet10,dotnet:10-arm64",
        "ruby3.4,ruby:3.4-arm64",
        "provided.al2,provided:al2-arm64",
        "provided.al2023,provided:al2023-arm64",
        "provided,provided:alami",
        "go1.x,go:1"
    })
    void runtimeHasItsImage(String runtime, String image) {
        assertThat(BaseImages.of(runtime, Architecture.ARM64)).contains("public.ecr.aws/lambda/" + image);
    }

    @ParameterizedTest
    @ValueSource(strings = {"java8", "nodejs14.x", "python2.7", "dotnetcore3.1", "ruby2.7", "cobol85", ""})
    void runtimeWithoutAnImageHasNone(String runtime) {
        assertThat(BaseImages.of(runtime, Architecture.X86_64)).isEmpty();
    }
}
