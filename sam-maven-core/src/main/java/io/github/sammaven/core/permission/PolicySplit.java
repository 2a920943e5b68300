package io.github.sammaven.core.permission;

import java.util.ArrayList;
import java.util.List;

/** Spreads statements over as few policies as their order allows. */
final class PolicySplit {

    private final ArnValues values;
    private final int limit;

    PolicySplit(ArnValues values, int limit) {
        this.values = values;
        this.limit = limit;
    }

    List<PolicyDocument> of(List<Grant> grants) {
        List<PolicyDocument> documents = new ArrayList<>();
        List<Grant> open = new ArrayList<>();
        for (Grant grant :
                grants.stream().flatMap(grant -> small(grant).stream()).toList()) {
            open.add(grant);
            if (size(open) > limit && open.size() > 1) {
                open.remove(open.size() - 1);
                documents.add(new PolicyDocument(open));
                open = new ArrayList<>(List.of(grant));
            }
        }
        if (!open.isEmpty()) {
            documents.add(new PolicyDocument(open));
        }
        return documents;
    }

    /** A statement that is too large alone becomes several, of its resources first. */
    private List<Grant> small(Grant grant) {
        boolean resources = grant.resources().size() > 1;
        if (size(List.of(grant)) <= limit || !resources && grant.actions().size() == 1) {
            return List.of(grant);
        }
        List<String> whole = resources ? grant.resources() : grant.actions();
        int half = whole.size() / 2;
        List<Grant> parts = new ArrayList<>();
        parts.addAll(small(part(grant, resources, whole.subList(0, half), "A")));
        parts.addAll(small(part(grant, resources, whole.subList(half, whole.size()), "B")));
        return parts;
    }

    private static Grant part(Grant grant, boolean resources, List<String> some, String letter) {
        return resources
                ? grant.with(grant.sid() + letter, grant.actions(), some)
                : grant.with(grant.sid() + letter, some, grant.resources());
    }

    private int size(List<Grant> grants) {
        return new PolicyDocument(grants).size(values);
    }
}
