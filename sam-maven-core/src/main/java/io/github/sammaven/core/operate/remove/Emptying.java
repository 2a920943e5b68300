package io.github.sammaven.core.operate.remove;

import io.github.sammaven.core.operate.remove.StackInventory.Found;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.Note;
import java.util.List;

/** Deletes what buckets and image repositories of a stack hold; CloudFormation deletes only empty ones. */
final class Emptying {

    private static final String BUCKET = "AWS::S3::Bucket";
    private static final String REPOSITORY = "AWS::ECR::Repository";

    private final RemoveServices services;

    Emptying(RemoveServices services) {
        this.services = services;
    }

    static boolean empties(Found found) {
        return found.is(BUCKET) || found.is(REPOSITORY);
    }

    void of(StackInventory inventory) {
        inventory.going(BUCKET).forEach(found -> bucket(found.resource().physicalId()));
        // CloudFormation takes a repository that is gone for deleted.
        inventory.going(REPOSITORY).forEach(found -> services.registry()
                .deleteRepository(found.resource().physicalId()));
    }

    private void bucket(String name) {
        services.events().accept(new Note("Emptying the bucket " + name));
        BucketSweep sweep = new BucketSweep(services.objects(), name);
        services.objects().versions(name, "", page -> page.forEach(sweep::add));
        List<String> refusals = sweep.finish();
        if (!refusals.isEmpty()) {
            throw new SamException(
                    refusals.stream()
                            .map(refusal -> Problem.error(SourceMark.NONE, refusal))
                            .toList(),
                    null);
        }
    }
}
