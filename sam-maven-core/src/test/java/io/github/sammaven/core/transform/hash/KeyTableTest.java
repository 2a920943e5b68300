package io.github.sammaven.core.transform.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyTableTest {

    @Test
    void hashOfEmptyTextIsZero() {
        assertThat(KeyTable.hash("")).isZero();
    }

    @Test
    void hashMixesEachCharacterAndTheLength() {
        long first = 97L << 7;
        assertThat(KeyTable.hash("a")).isEqualTo(first * 1_000_003 ^ 97 ^ 1).isEqualTo(12_416_037_344L);
        assertThat(KeyTable.hash("ab")).isEqualTo((first * 1_000_003 ^ 97) * 1_000_003 ^ 98 ^ 2);
    }

    @Test
    void characterBeyondTheBasicPlaneCountsOnce() {
        long character = 0x1F600;
        assertThat(KeyTable.hash("\uD83D\uDE00")).isEqualTo((character << 7) * 1_000_003 ^ character ^ 1);
    }

    @Test
    void keysComeByTheirSlotWhenNoneCollide() {
        assertThat(KeyTable.of(List.of("swagger", "paths", "info")).keys()).containsExactly("info", "paths", "swagger");
        assertThat(KeyTable.of(List.of("info", "swagger", "paths")).keys()).containsExactly("info", "paths", "swagger");
    }

    @Test
    void collidingKeysComeInAnotherOrderAfterEachCopy() {
        KeyTable table = KeyTable.of(List.of("type", "requestTemplates", "responses"));
        List<String> order = List.of("requestTemplates", "type", "responses");
        List<String> ofCopy = List.of("type", "requestTemplates", "responses");
        assertThat(table.keys()).isEqualTo(order);
        assertThat(table.copied(1).keys()).isEqualTo(ofCopy);
        assertThat(table.copied(2).keys()).isEqualTo(order);
    }

    @Test
    void sixthKeySpreadsThemOverThirtyTwoSlots() {
        List<String> keys = List.of("info", "paths", "swagger", "components", "security", "openapi");
        assertThat(KeyTable.of(keys).keys())
                .containsExactly("info", "paths", "openapi", "components", "security", "swagger");
    }

    @Test
    void keyThatIsThereKeepsItsPlace() {
        KeyTable table = KeyTable.of(List.of("type", "requestTemplates"));
        List<String> before = table.keys();
        table.put("requestTemplates");
        assertThat(table.keys()).isEqualTo(before);
    }

    @Test
    void removedKeyLeavesTheOthersWhereTheyAre() {
        KeyTable table = KeyTable.of(List.of("securityDefinitions", "openapi", "info"));
        assertThat(table.keys()).containsExactly("info", "openapi", "securityDefinitions");
        table.put("components");
        table.remove("securityDefinitions");
        assertThat(table.keys()).containsExactly("info", "openapi", "components");
        table.remove("absent");
        assertThat(table.keys()).hasSize(3);
    }

    @Test
    void removedKeyTakesASlotUntilItIsUsedAgain() {
        KeyTable table = KeyTable.of(List.of("type"));
        table.remove("type");
        table.put("requestTemplates");
        assertThat(table.keys()).containsExactly("requestTemplates");
        table.put("type");
        assertThat(table.keys()).containsExactlyInAnyOrder("requestTemplates", "type");
    }

    @Test
    void holdsWhatASetWouldHoldWhateverIsDoneToIt() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Set<String> expected = new LinkedHashSet<>();
            KeyTable table = new KeyTable();
            for (int step = 0; step < 100; step++) {
                String key = "/path/" + random.nextInt(40);
                if (random.nextInt(3) == 0) {
                    table.remove(key);
                    expected.remove(key);
                } else {
                    table.put(key);
                    expected.add(key);
                }
                table = random.nextInt(10) == 0 ? table.copied(1) : table;
            }
            List<String> shuffled = new ArrayList<>(expected);
            Collections.shuffle(shuffled, random);
            assertThat(table.keys()).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(shuffled);
        }
    }
}
