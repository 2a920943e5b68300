package io.github.sammaven.core.aws.fake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** IAM's roles and its policy simulator. What is simulated is allowed unless a test says otherwise. */
public final class FakeIam implements FakeService {

    private static final Pattern PRINCIPAL = Pattern.compile("arn:aws:iam::\\d{12}:(user|group|role)/\\S+");
    private static final Pattern ACTION = Pattern.compile("[a-z0-9-]+:[A-Za-z0-9]+");
    private static final Pattern RESOURCE =
            Pattern.compile("\\*|arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:(\\d{12}|aws)?:[^*]+");

    private final Map<String, String> roles = new LinkedHashMap<>();
    private final Set<String> principals = new LinkedHashSet<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<QueryRequest> simulations = new ArrayList<>();
    private String loner = "";
    private boolean forbidden;
    private int pageSize = 100;

    private record Rule(BiPredicate<String, String> about, String decision, String because) {}

    private record Answer(String action, String resource, String decision, String because) {}

    /** A role with a path, {@code /service/}. */
    public FakeIam role(String path, String name) {
        String arn = "arn:aws:iam::" + FakeAws.ACCOUNT + ":role" + path + name;
        roles.put(name, arn);
        principals.add(arn);
        return this;
    }

    public FakeIam user(String name) {
        principals.add("arn:aws:iam::" + FakeAws.ACCOUNT + ":user/" + name);
        return this;
    }

    /** No policy allows {@code action}. */
    public FakeIam missing(String action) {
        rules.add(new Rule((asked, resource) -> asked.equals(action), "implicitDeny", ""));
        return this;
    }

    /** No policy allows {@code action} on that resource. */
    public FakeIam missing(String action, String onResource) {
        rules.add(
                new Rule((asked, resource) -> asked.equals(action) && resource.equals(onResource), "implicitDeny", ""));
        return this;
    }

    /** A statement denies {@code action}. */
    public FakeIam denied(String action) {
        rules.add(new Rule((asked, resource) -> asked.equals(action), "explicitDeny", ""));
        return this;
    }

    public FakeIam deniedByOrganization(String action) {
        rules.add(new Rule((asked, resource) -> asked.equals(action), "implicitDeny", "organization"));
        return this;
    }

    public FakeIam outsideBoundary(String action) {
        rules.add(new Rule((asked, resource) -> asked.equals(action), "implicitDeny", "boundary"));
        return this;
    }

    /** Whether {@code action} is allowed depends on a condition key nobody gave. */
    public FakeIam depending(String action) {
        rules.add(new Rule((asked, resource) -> asked.equals(action), "implicitDeny", "context"));
        return this;
    }

    /** This action cannot be simulated with others. */
    public FakeIam loner(String action) {
        loner = action;
        return this;
    }

    /** The caller may ask nothing. */
    public FakeIam forbidden() {
        forbidden = true;
        return this;
    }

    public FakeIam pagesOf(int size) {
        pageSize = size;
        return this;
    }

    /** Calls of the simulator, oldest first. */
    public List<QueryRequest> simulations() {
        return List.copyOf(simulations);
    }

    @Override
    public ServiceAnswer answer(ServiceRequest request) {
        QueryRequest query = QueryRequest.parse(new String(request.body(), StandardCharsets.UTF_8));
        try {
            if (!query.get("Version").orElse("").equals("2010-05-08")) {
                throw new QueryError(400, "InvalidAction", "Could not find operation " + query.action());
            }
            Xml result = result(query);
            return ServiceAnswer.xml(
                    200,
                    "<" + query.action() + "Response xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><"
                            + query.action() + "Result>" + result + "</" + query.action()
                            + "Result><ResponseMetadata><RequestId>0</RequestId></ResponseMetadata></"
                            + query.action() + "Response>");
        } catch (QueryError error) {
            Xml content = new Xml()
                    .element("Type", "Sender")
                    .element("Code", error.code())
                    .element("Message", error.getMessage());
            return ServiceAnswer.xml(
                    error.status(),
                    "<ErrorResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><Error>" + content
                            + "</Error><RequestId>0</RequestId></ErrorResponse>");
        }
    }

    private Xml result(QueryRequest query) {
        if (forbidden) {
            throw new QueryError(
                    403,
                    "AccessDenied",
                    "User: arn:aws:iam::" + FakeAws.ACCOUNT + ":user/tester is not authorized to perform: iam:"
                            + query.action() + " because no identity-based policy allows the iam:" + query.action()
                            + " action");
        }
        return switch (query.action()) {
            case "GetRole" -> role(query);
            case "SimulatePrincipalPolicy" -> simulate(query);
            default -> throw new QueryError(400, "InvalidAction", "Could not find operation " + query.action());
        };
    }

    private Xml role(QueryRequest query) {
        String name = query.required("RoleName");
        if (!roles.containsKey(name)) {
            throw new QueryError(404, "NoSuchEntity", "The role with name " + name + " cannot be found.");
        }
        return new Xml()
                .nested(
                        "Role",
                        new Xml()
                                .element("Path", "/")
                                .element("RoleName", name)
                                .element("RoleId", "AROAEXAMPLE")
                                .element("Arn", roles.get(name))
                                .element("CreateDate", "2026-01-01T00:00:00Z"));
    }

    private Xml simulate(QueryRequest query) {
        simulations.add(query);
        String principal = query.required("PolicySourceArn");
        if (!PRINCIPAL.matcher(principal).matches()) {
            throw new QueryError(400, "InvalidInput", "Invalid Entity Arn: " + principal);
        }
        if (!principals.contains(principal)) {
            throw new QueryError(404, "NoSuchEntity", "The entity " + principal + " cannot be found.");
        }
        List<String> actions = query.list("ActionNames");
        List<String> resources = query.list("ResourceArns");
        check(query, actions, resources);
        List<Answer> answers = new ArrayList<>();
        actions.forEach(action -> resources.forEach(resource -> answers.add(answer(action, resource))));
        return page(query, actions, answers);
    }

    private void check(QueryRequest query, List<String> actions, List<String> resources) {
        if (actions.isEmpty()) {
            throw QueryError.constraint("null", "actionNames", "not be null");
        }
        for (String action : actions) {
            if (!ACTION.matcher(action).matches()) {
                throw new QueryError(400, "InvalidInput", "Invalid Input Action: " + action);
            }
        }
        for (String resource : resources) {
            if (!RESOURCE.matcher(resource).matches()) {
                throw new QueryError(400, "InvalidInput", "Invalid Input Resource ARN: " + resource);
            }
        }
        if (actions.size() > 1 && actions.contains(loner)) {
            throw new QueryError(
                    400,
                    "InvalidInput",
                    "Invalid Input Actions: " + actions
                            + " require different authorization information and cannot be simulated together.");
        }
        for (QueryRequest entry : query.structures("ContextEntries")) {
            if (entry.get("ContextKeyName").isEmpty()
                    || entry.get("ContextKeyType").isEmpty()) {
                throw new QueryError(400, "InvalidInput", "Invalid context entry");
            }
        }
    }

    private Answer answer(String action, String resource) {
        return rules.stream()
                .filter(rule -> rule.about().test(action, resource))
                .findFirst()
                .map(rule -> new Answer(action, resource, rule.decision(), rule.because()))
                .orElse(new Answer(action, resource, "allowed", ""));
    }

    /** A page holds so many actions. */
    private Xml page(QueryRequest query, List<String> actions, List<Answer> answers) {
        int start = query.get("Marker").map(Integer::parseInt).orElse(0);
        int end = Math.min(actions.size(), start + pageSize);
        Xml members = new Xml();
        for (String action : actions.subList(start, end)) {
            members.nested(
                    "member",
                    evaluation(answers.stream()
                            .filter(answer -> answer.action().equals(action))
                            .toList()));
        }
        Xml result = new Xml()
                .element("IsTruncated", Boolean.toString(end < actions.size()))
                .nested("EvaluationResults", members);
        return end < actions.size() ? result.element("Marker", Integer.toString(end)) : result;
    }

    private static Xml evaluation(List<Answer> answers) {
        Answer worst = answers.stream()
                .filter(answer -> !answer.decision().equals("allowed"))
                .findFirst()
                .orElse(answers.get(0));
        Xml one = new Xml()
                .element("EvalActionName", worst.action())
                .element("EvalResourceName", worst.resource())
                .element("EvalDecision", worst.decision())
                .nested("MissingContextValues", missingContext(worst));
        if (worst.because().equals("organization")) {
            one.nested("OrganizationsDecisionDetail", new Xml().element("AllowedByOrganizations", "false"));
        }
        if (worst.because().equals("boundary")) {
            one.nested("PermissionsBoundaryDecisionDetail", boundary());
        }
        return answers.size() == 1
                ? one
                : one.members("ResourceSpecificResults", answers, (member, answer) -> {
                    member.element("EvalResourceName", answer.resource())
                            .element("EvalResourceDecision", answer.decision())
                            .nested("MissingContextValues", missingContext(answer));
                    if (answer.because().equals("boundary")) {
                        member.nested("PermissionsBoundaryDecisionDetail", boundary());
                    }
                });
    }

    private static Xml boundary() {
        return new Xml().element("AllowedByPermissionsBoundary", "false");
    }

    private static Xml missingContext(Answer answer) {
        return answer.because().equals("context") ? new Xml().element("member", "aws:ResourceTag/team") : new Xml();
    }
}
