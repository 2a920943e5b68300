package io.github.sammaven.core.deploy.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sammaven.core.deploy.change.JsonDifference.Place;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonDifferenceTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static List<Place> between(String before, String after) {
        return JsonDifference.between(
                JsonDifference.document(before).orElseThrow(),
                JsonDifference.document(after).orElseThrow());
    }

    private static Place changed(String path, String before, String after) {
        return new Place(path, Optional.of(before), Optional.of(after));
    }

    @Test
    void onlyThePlacesThatDifferAreNamed() {
        assertThat(between(
                        "{\"Variables\":{\"STAGE\":\"dev\",\"TABLE\":\"orders\"},\"Size\":1}",
                        "{\"Size\":2,\"Variables\":{\"TABLE\":\"orders\",\"STAGE\":\"prod\"}}"))
                .containsExactly(changed("Size", "1", "2"), changed("Variables/STAGE", "dev", "prod"));
    }

    @Test
    void keyThatIsNewOrGoneHasOneValue() {
        assertThat(between("{\"a\":1,\"b\":{\"c\":2}}", "{\"a\":1,\"d\":[3]}"))
                .containsExactly(
                        new Place("d", Optional.empty(), Optional.of("[3]")),
                        new Place("b", Optional.of("{\"c\":2}"), Optional.empty()));
    }

    @Test
    void itemPutInBetweenIsOnePlace() {
        assertThat(between("[\"a\",\"b\",\"c\"]", "[\"a\",\"x\",\"b\",\"c\"]"))
                .containsExactly(new Place("1", Optional.empty(), Optional.of("x")));
        assertThat(between("[\"a\",\"x\",\"b\"]", "[\"a\",\"b\"]"))
                .containsExactly(new Place("1", Optional.of("x"), Optional.empty()));
    }

    @Test
    void numberAndItsTextAreTheSame() {
        assertThat(between("{\"Size\":512,\"On\":true}", "{\"Size\":\"512\",\"On\":\"true\"}"))
                .isEmpty();
    }

    @Test
    void keyWithASlashIsOneStep() {
        assertThat(between("{\"/orders\":{\"get\":1}}", "{\"/orders\":{\"get\":2}}"))
                .containsExactly(changed("~1orders/get", "1", "2"));
    }

    @Test
    void textThatOnlyLooksLikeADocumentIsNone() {
        assertThat(JsonDifference.document("{{resolve:ssm:name}}")).isEmpty();
        assertThat(JsonDifference.document("[not json")).isEmpty();
        assertThat(JsonDifference.document("512")).isEmpty();
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyPlaceHoldsWhatTheDocumentsHoldThere(long seed) {
        Random random = new Random(seed);
        JsonNode before = tree(random, 4);
        JsonNode after = changed(before, random);
        for (Place place : JsonDifference.between(before, after)) {
            JsonPointer pointer = JsonPointer.compile(place.path().isEmpty() ? "" : "/" + place.path());
            place.before().ifPresent(value -> assertThat(JsonDifference.text(before.at(pointer)))
                    .as("seed %d, before, %s", seed, place)
                    .isEqualTo(value));
            place.after().ifPresent(value -> assertThat(JsonDifference.text(after.at(pointer)))
                    .as("seed %d, after, %s", seed, place)
                    .isEqualTo(value));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void thereIsAPlaceExactlyWhenTheDocumentsDiffer(long seed) {
        Random random = new Random(seed);
        JsonNode before = tree(random, 4);
        JsonNode after = random.nextInt(4) == 0 ? before.deepCopy() : changed(before, random);

        assertThat(JsonDifference.between(before, after).isEmpty())
                .as("seed %d: %s and %s", seed, before, after)
                .isEqualTo(before.equals(after));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theWayBackIsTheMirror(long seed) {
        Random random = new Random(seed);
        JsonNode before = tree(random, 4);
        JsonNode after = changed(before, random);
        Set<Place> mirrored = JsonDifference.between(after, before).stream()
                .map(place -> new Place(place.path(), place.after(), place.before()))
                .collect(Collectors.toSet());

        assertThat(JsonDifference.between(before, after))
                .as("seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(mirrored);
    }

    /** Texts only: a number and its text count as the same. */
    private static JsonNode tree(Random random, int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(3);
        if (kind == 0 && depth < 4) {
            return JSON.textNode("v" + random.nextInt(5));
        }
        if (kind == 1) {
            ArrayNode list = JSON.arrayNode();
            for (int size = random.nextInt(4); size > 0; size--) {
                list.add(tree(random, depth - 1));
            }
            return list;
        }
        ObjectNode object = JSON.objectNode();
        for (int size = random.nextInt(4); size > 0; size--) {
            object.set("k/" + random.nextInt(6), tree(random, depth - 1));
        }
        return object;
    }

    /** A copy with a change here and there. */
    private static JsonNode changed(JsonNode node, Random random) {
        if (node.isArray()) {
            ArrayNode list = JSON.arrayNode();
            for (JsonNode item : node) {
                if (random.nextInt(6) == 0) {
                    list.add(tree(random, 1));
                }
                if (random.nextInt(6) != 0) {
                    list.add(changed(item, random));
                }
            }
            return list;
        }
        if (node.isObject()) {
            ObjectNode object = JSON.objectNode();
            for (var entry : node.properties()) {
                if (random.nextInt(6) != 0) {
                    object.set(entry.getKey(), changed(entry.getValue(), random));
                }
            }
            if (random.nextInt(4) == 0) {
                object.set("k/" + random.nextInt(9), tree(random, 1));
            }
            return object;
        }
        return random.nextInt(3) == 0 ? JSON.textNode("w" + random.nextInt(5)) : node;
    }
}
