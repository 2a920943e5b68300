package io.github.sammaven.core.transform.policy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which types of resources a connector can join, and what it grants. */
public final class ConnectorProfiles {

    private @Nullable Map<Ends, ConnectorProfile> byEnds;

    private record Ends(String source, String destination) {}

    private ConnectorProfiles() {}

    /** Nothing is read yet. */
    public static ConnectorProfiles load() {
        return new ConnectorProfiles();
    }

    /**
     * The profile of a pair.
     *
     * @param source CloudFormation type of the source
     * @param destination CloudFormation type of the destination
     */
    public Optional<ConnectorProfile> profile(String source, String destination) {
        return Optional.ofNullable(all().get(new Ends(source, destination)));
    }

    private synchronized Map<Ends, ConnectorProfile> all() {
        Map<Ends, ConnectorProfile> known = byEnds;
        if (known == null) {
            known = read();
            byEnds = known;
        }
        return known;
    }

    private static Map<Ends, ConnectorProfile> read() {
        Map<Ends, ConnectorProfile> profiles = new HashMap<>();
        for (DataFile.Block block : DataFile.blocks("connector-profiles.txt")) {
            ConnectorProfile profile = ConnectorProfileReader.read(block.lines());
            block.words().forEach(source -> profiles.put(new Ends(source, block.name()), profile));
        }
        return profiles;
    }
}
