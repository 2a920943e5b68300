package io.github.sammaven.core.transform.usageplan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.SamResource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "Delete, Delete",
        "Delete|Retain, Retain",
        "Retain|Delete, Retain",
        "Snapshot|Delete, Snapshot",
        "Delete|Snapshot, Delete",
        "Other|Delete|Snapshot, Other",
        "Other|Retain|Snapshot, Retain"
    })
    void deletionPolicyIsTheFirstUnlessOneRetains(String given, String expected) {
        assertThat(SharedPolicy.DELETION.of(apis(SharedPolicy.DELETION, given.split("\\|"))))
                .contains(ScalarNode.string(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "Delete|Snapshot, Snapshot",
        "Delete|Snapshot|Delete, Snapshot",
        "Snapshot|Retain, Retain",
        "Other|Snapshot, Other"
    })
    void updateReplacePolicyAlsoPrefersSnapshotToDelete(String given, String expected) {
        assertThat(SharedPolicy.UPDATE_REPLACE.of(apis(SharedPolicy.UPDATE_REPLACE, given.split("\\|"))))
                .contains(ScalarNode.string(expected));
    }

    @Test
    void apisWithoutPolicyDoNotCount() {
        List<SamResource> apis = Stream.of(
                        api(Map.of()),
                        api(Map.of("DeletionPolicy", ScalarNode.string(""))),
                        api(Map.of("DeletionPolicy", ScalarNode.string("Delete"))))
                .toList();

        assertThat(SharedPolicy.DELETION.of(apis)).contains(ScalarNode.string("Delete"));
    }

    @Test
    void thereIsNoneWhenNoApiHasOne() {
        assertThat(SharedPolicy.DELETION.of(List.of(api(Map.of())))).isEmpty();
    }

    private static List<SamResource> apis(SharedPolicy policy, String... values) {
        return Arrays.stream(values)
                .map(value -> api(Map.of(policy.attribute(), ScalarNode.string(value))))
                .toList();
    }

    private static SamResource api(Map<String, Node> attributes) {
        return new SamResource(
                "Api", "AWS::Serverless::Api", MappingNode.of(attributes), MappingNode.of(Map.of()), SourceMark.NONE);
    }
}
