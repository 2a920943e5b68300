package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.PolicySimulation;
import io.github.sammaven.core.aws.SimulatedAction;
import io.github.sammaven.core.aws.SimulatedAction.Decision;
import io.github.sammaven.core.aws.SimulationRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.ContextEntry;
import software.amazon.awssdk.services.iam.model.ContextKeyTypeEnum;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.InvalidInputException;
import software.amazon.awssdk.services.iam.model.OrganizationsDecisionDetail;
import software.amazon.awssdk.services.iam.model.PermissionsBoundaryDecisionDetail;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.iam.model.ResourceSpecificResult;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;

/** IAM's policy simulator. The client is made when it is first needed. */
public final class IamPolicySimulation implements PolicySimulation {

    /** So many actions and so many resources go into one call. */
    private static final int CHUNK = 50;

    private static final Pattern ASSUMED = Pattern.compile("arn:([^:]+):sts::(\\d{12}):assumed-role/([^/]+)/.*");
    private static final Pattern SIMULATED = Pattern.compile("arn:[^:]+:iam::\\d{12}:(user|role)/.+");

    private final AwsClients clients;

    public IamPolicySimulation(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Optional<String> principal(String callerArn) {
        Matcher assumed = ASSUMED.matcher(callerArn);
        if (assumed.matches()) {
            return Optional.of(role(
                    assumed.group(3),
                    "arn:" + assumed.group(1) + ":iam::" + assumed.group(2) + ":role/" + assumed.group(3)));
        }
        return Optional.of(callerArn).filter(arn -> SIMULATED.matcher(arn).matches());
    }

    /** A session's ARN lacks the path of its role; who may not read the role most likely has one without a path. */
    private String role(String name, String withoutPath) {
        return clients.errors().calling("iam", "the role " + name + " cannot be read", () -> {
            try {
                return clients.iam()
                        .getRole(request -> request.roleName(name))
                        .role()
                        .arn();
            } catch (IamException refused) {
                return withoutPath;
            }
        });
    }

    @Override
    public List<SimulatedAction> simulate(String principalArn, SimulationRequest request) {
        List<SimulatedAction> answers = new ArrayList<>();
        for (List<String> actions : chunks(request.actions())) {
            for (List<String> resources : chunks(request.resources())) {
                answers.addAll(ask(principalArn, new SimulationRequest(actions, resources, request.context())));
            }
        }
        return answers;
    }

    private List<SimulatedAction> ask(String principalArn, SimulationRequest request) {
        return clients.errors().calling("iam", "the permissions of " + principalArn + " cannot be simulated", () -> {
            try {
                return clients.iam().simulatePrincipalPolicyPaginator(call(principalArn, request)).stream()
                        .flatMap(page -> page.evaluationResults().stream())
                        .flatMap(result -> answers(result, request.resources()))
                        .toList();
            } catch (InvalidInputException together) {
                return apart(principalArn, request);
            }
        });
    }

    /** Some actions cannot be simulated together, some not at all; IAM tells only that the input is invalid. */
    private List<SimulatedAction> apart(String principalArn, SimulationRequest request) {
        List<String> actions = request.actions();
        if (actions.size() == 1) {
            return request.resources().stream()
                    .map(resource -> new SimulatedAction(actions.get(0), resource, Decision.UNKNOWN))
                    .toList();
        }
        int half = actions.size() / 2;
        return Stream.of(actions.subList(0, half), actions.subList(half, actions.size()))
                .flatMap(some ->
                        ask(principalArn, new SimulationRequest(some, request.resources(), request.context())).stream())
                .toList();
    }

    private static SimulatePrincipalPolicyRequest call(String principalArn, SimulationRequest request) {
        return SimulatePrincipalPolicyRequest.builder()
                .policySourceArn(principalArn)
                .actionNames(request.actions())
                .resourceArns(request.resources())
                .contextEntries(request.context().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> ContextEntry.builder()
                                .contextKeyName(entry.getKey())
                                .contextKeyType(ContextKeyTypeEnum.STRING)
                                .contextKeyValues(entry.getValue())
                                .build())
                        .toList())
                .build();
    }

    /** Asked about several resources, IAM gives one decision for all of them and one for each. */
    private static Stream<SimulatedAction> answers(EvaluationResult result, List<String> resources) {
        if (result.hasResourceSpecificResults()
                && !result.resourceSpecificResults().isEmpty()) {
            return result.resourceSpecificResults().stream()
                    .map(one -> new SimulatedAction(
                            result.evalActionName(), one.evalResourceName(), decision(result, one)));
        }
        Decision decision = decision(
                result.evalDecision(),
                result.organizationsDecisionDetail(),
                result.permissionsBoundaryDecisionDetail(),
                !result.missingContextValues().isEmpty());
        String resource = resources.size() == 1 ? resources.get(0) : result.evalResourceName();
        return Stream.of(new SimulatedAction(result.evalActionName(), resource, decision));
    }

    private static Decision decision(EvaluationResult all, ResourceSpecificResult one) {
        return decision(
                one.evalResourceDecision(),
                all.organizationsDecisionDetail(),
                one.permissionsBoundaryDecisionDetail(),
                !one.missingContextValues().isEmpty());
    }

    private static Decision decision(
            PolicyEvaluationDecisionType type,
            @Nullable OrganizationsDecisionDetail organization,
            @Nullable PermissionsBoundaryDecisionDetail boundary,
            boolean incomplete) {
        if (type == PolicyEvaluationDecisionType.ALLOWED) {
            return Decision.ALLOWED;
        }
        if (organization != null && Boolean.FALSE.equals(organization.allowedByOrganizations())) {
            return Decision.DENIED_BY_ORGANIZATION;
        }
        if (boundary != null && Boolean.FALSE.equals(boundary.allowedByPermissionsBoundary())) {
            return Decision.OUTSIDE_BOUNDARY;
        }
        if (type == PolicyEvaluationDecisionType.EXPLICIT_DENY) {
            return Decision.DENIED;
        }
        return type == PolicyEvaluationDecisionType.IMPLICIT_DENY && !incomplete
                ? Decision.NOT_ALLOWED
                : Decision.UNKNOWN;
    }

    private static List<List<String>> chunks(List<String> all) {
        List<List<String>> chunks = new ArrayList<>();
        for (int start = 0; start < all.size(); start += CHUNK) {
            chunks.add(all.subList(start, Math.min(all.size(), start + CHUNK)));
        }
        return chunks;
    }
}
