package io.github.sammaven.core.aws.fake;

/** Another service of {@link FakeAws}, strict about what it is asked. Called by one thread at a time. */
@FunctionalInterface
public interface FakeService {

    ServiceAnswer answer(ServiceRequest request);
}
