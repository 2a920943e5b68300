package io.github.sammaven.core.template;

import io.github.sammaven.core.problem.SourceMark;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts in all that can be known of a template without AWS: parameters, pseudo parameters, mappings, conditions, and the
 * intrinsic functions over them. A resource is known by its logical id, or by its name if the template gives one.
 * Whatever only AWS can tell stays as it is written and is listed in the {@link Resolution}. May be shared by threads.
 */
public final class TemplateResolver {

    private static final String BY_MACRO = "CloudFormation expands it during deployment";
    private static final List<String> RULE_FUNCTIONS =
            List.of("Contains", "EachMemberEquals", "EachMemberIn", "RefAll", "ValueOf", "ValueOfAll");
    private static final String RULES_ONLY = "it works only in the Rules section";

    private final LocalValues values;
    private final ParameterValues parameters;
    private final Conditions conditions;
    private final Map<String, IntrinsicFunction> functions;

    public TemplateResolver(Template template, LocalValues values) {
        this.values = values;
        GeneratedResources generated = new GeneratedResources(template);
        parameters = new ParameterValues(template, values);
        conditions = new Conditions(template);
        References references = new References(
                new PseudoParameters(values),
                parameters,
                new ResourceValues(template, values, generated),
                generated,
                values);
        functions = functions(template, values, references, conditions);
    }

    /** What stands in for AWS here. */
    public LocalValues values() {
        return values;
    }

    private static Map<String, IntrinsicFunction> functions(
            Template template, LocalValues values, References references, Conditions conditions) {
        ReferenceFunctions names = new ReferenceFunctions(references, values);
        ListFunctions lists = new ListFunctions(values);
        ConditionFunctions logic = new ConditionFunctions(conditions);
        Map<String, IntrinsicFunction> all = new HashMap<>();
        all.put(Intrinsic.REF, names::ref);
        all.put(Intrinsic.GET_ATT, names::getAtt);
        all.put("Fn::ImportValue", names::importValue);
        all.put(Intrinsic.SUB, new SubFunction(references));
        all.put("Fn::Join", TextFunctions::join);
        all.put("Fn::Split", TextFunctions::split);
        all.put("Fn::Base64", TextFunctions::base64);
        all.put("Fn::ToJsonString", TextFunctions::toJsonString);
        all.put("Fn::Select", ListFunctions::select);
        all.put("Fn::Length", ListFunctions::length);
        all.put("Fn::GetAZs", lists::getAzs);
        all.put("Fn::Cidr", CidrFunction::apply);
        all.put("Fn::FindInMap", new FindInMapFunction(template));
        all.put(Intrinsic.IF, logic::choose);
        all.put("Fn::Equals", ConditionFunctions::equal);
        all.put("Fn::And", logic::and);
        all.put("Fn::Or", logic::or);
        all.put("Fn::Not", logic::not);
        all.put(Intrinsic.CONDITION, logic::condition);
        all.put("Fn::Transform", (call, in) -> in.unknown(call, BY_MACRO));
        for (String rule :
                new String[] {"Contains", "EachMemberEquals", "EachMemberIn", "RefAll", "ValueOf", "ValueOfAll"}) {
            all.put("Fn::" + rule, (call, in) -> in.unknown(call, RULES_ONLY));
        }
        return all;
    }

    /**
     * {@code node} with everything known put in. Properties and list items that come to {@code AWS::NoValue} are gone; a
     * whole node that does is null. Dynamic references, <code>{{resolve:...}}</code>, stay text.
     */
    public synchronized Resolution resolve(Node node) {
        return new Evaluation(functions).resolve(node);
    }

    /** The value of a condition of the template; empty if only AWS knows, or if it is wrong or absent. */
    public synchronized Optional<Boolean> condition(String name) {
        return conditions
                .named(name, SourceMark.NONE, new Evaluation(functions))
                .known();
    }

    /** The value of a parameter of the template; empty if it is not declared or has no value. */
    public synchronized Optional<Node> parameter(String name) {
        return parameters.of(name) instanceof Lookup.Found found ? Optional.of(found.value()) : Optional.empty();
    }
}
