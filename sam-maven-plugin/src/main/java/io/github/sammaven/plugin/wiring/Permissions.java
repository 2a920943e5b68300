package io.github.sammaven.plugin.wiring;

import io.github.sammaven.core.aws.Caller;
import io.github.sammaven.core.aws.sdk.IamPolicySimulation;
import io.github.sammaven.core.aws.sdk.StsCaller;
import io.github.sammaven.core.permission.Preflight;

/** What asks AWS who the caller is, and what it may do. */
public final class Permissions {

    private final Services services;

    public Permissions(Services services) {
        this.services = services;
    }

    public Caller caller() {
        return new StsCaller(services.clients());
    }

    public Preflight preflight() {
        return new Preflight(caller(), new IamPolicySimulation(services.clients()), services.events());
    }
}
