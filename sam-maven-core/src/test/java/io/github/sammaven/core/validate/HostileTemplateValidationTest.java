package io.github.sammaven.core.validate;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Breaks one random part of a template after the other: the validator reports, it never fails. */
class HostileTemplateValidationTest {

    private static final int ROUNDS = 1_500;

    private final TemplateValidator validator = new TemplateValidator();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sound-template",
                "twelve-mistakes",
                "parameters",
                "queue-timeout",
                "limits",
                "intrinsics",
                "cycles"
            })
    void neverFailsWhenAPartIsBroken(String name) {
        Path file = Path.of("src/test/resources/validate").resolve(name).resolve("template.yaml");
        Template sound = new TemplateReader().read(file, "template.yaml");
        for (long seed = 0; seed < ROUNDS; seed++) {
            Mutation mutation = new Mutation(new Random(seed), size(sound.root()));
            Node root = mutation.apply(sound.root());
            Template broken = sound.withRoot(root.asMapping().orElse(MappingNode.of("Resources", root)));
            assertThatCode(() -> validator.validate(broken, ValidationRequest.defaults()))
                    .as("%s, seed %d: %s", name, seed, broken.root())
                    .doesNotThrowAnyException();
        }
    }

    private static int size(Node node) {
        int size = 1;
        for (Node child : children(node)) {
            size += size(child);
        }
        return size;
    }

    private static Iterable<Node> children(Node node) {
        return node.asMapping()
                .<Iterable<Node>>map(mapping -> mapping.entries().values())
                .orElseGet(() -> node.asSequence().map(SequenceNode::items).orElse(List.of()));
    }

    private static final class Mutation {

        private final Random random;
        private int left;

        Mutation(Random random, int size) {
            this.random = random;
            this.left = random.nextInt(size);
        }

        Node apply(Node node) {
            if (left-- == 0) {
                return replacement(node);
            }
            if (node instanceof MappingNode mapping) {
                Map<String, Node> changed = new LinkedHashMap<>();
                mapping.entries().forEach((key, value) -> changed.put(key, apply(value)));
                return mapping.withEntries(changed);
            }
            if (node instanceof SequenceNode sequence) {
                List<Node> changed = new ArrayList<>();
                sequence.items().forEach(item -> changed.add(apply(item)));
                return new SequenceNode(changed, sequence.mark());
            }
            return node;
        }

        private Node replacement(Node old) {
            Node nothing = ScalarNode.ofNull(old.mark());
            List<Node> choices = List.of(
                    nothing,
                    ScalarNode.string("", old.mark()),
                    ScalarNode.string("${", old.mark()),
                    ScalarNode.string("99999999999999999999999", old.mark()),
                    ScalarNode.integer(-1, old.mark()),
                    ScalarNode.bool(true, old.mark()),
                    SequenceNode.of(),
                    SequenceNode.of(nothing),
                    SequenceNode.of(old, old),
                    MappingNode.of(Map.of()),
                    MappingNode.of("Ref", old),
                    MappingNode.of("Fn::Sub", SequenceNode.of()),
                    MappingNode.of("Fn::GetAtt", SequenceNode.of(nothing)),
                    MappingNode.of("Fn::ForEach::X", SequenceNode.of(old)),
                    MappingNode.of("", old));
            return choices.get(random.nextInt(choices.size()));
        }
    }
}
