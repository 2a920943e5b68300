package io.github.sammaven.core.deploy.cause;

import java.util.List;
import java.util.Optional;

/**
 * A resource that failed, and what is known around it.
 *
 * @param logicalId the resource
 * @param type its CloudFormation type
 * @param status as the service spells it, {@code CREATE_FAILED}
 * @param reason why
 * @param roles the roles of the stack, {@code OrdersRole, template.yaml:60:7}
 */
public record FailedResource(String logicalId, String type, String status, ServiceReason reason, List<Role> roles) {

    public FailedResource {
        roles = List.copyOf(roles);
    }

    /**
     * A role of the stack.
     *
     * @param place where it is written; empty if it was generated
     */
    public record Role(String logicalId, String place) {

        @Override
        public String toString() {
            return place.isEmpty() ? logicalId : logicalId + ", " + place;
        }
    }

    /** The role that is most likely its own: the only one, or the one that has its name. */
    Optional<Role> role() {
        return roles.stream()
                .filter(role -> role.logicalId().equals(logicalId + "Role"))
                .findFirst()
                .or(() -> roles.size() == 1 ? Optional.of(roles.get(0)) : Optional.empty());
    }

    boolean isOf(String service) {
        return type.startsWith("AWS::" + service + "::");
    }
}
