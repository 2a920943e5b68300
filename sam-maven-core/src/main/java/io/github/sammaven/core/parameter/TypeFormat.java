package io.github.sammaven.core.parameter;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the values of an AWS-specific parameter type look. Source: CloudFormation user guide, AWS-specific parameter types;
 * EC2 user guide, resource ids (8 or 17 hexadecimal digits).
 *
 * @param type the type of one value; a list of it is {@code List<type>}
 * @param possible what every value matches
 * @param usual what every value in AWS itself matches; emulators are free in the length of their ids
 * @param shown the form in words
 */
record TypeFormat(String type, Pattern possible, Pattern usual, String shown) {

    private static final String LIST = "List<";

    private static final List<TypeFormat> ALL = List.of(
            id("AWS::EC2::Image::Id", "ami"),
            id("AWS::EC2::Instance::Id", "i"),
            id("AWS::EC2::SecurityGroup::Id", "sg"),
            id("AWS::EC2::Subnet::Id", "subnet"),
            id("AWS::EC2::Volume::Id", "vol"),
            id("AWS::EC2::VPC::Id", "vpc"),
            of(
                    "AWS::EC2::AvailabilityZone::Name",
                    "[a-z]{2,}(-[a-z]+)+-[0-9]+(-[a-z0-9]+)*[a-z]",
                    "the name of an Availability Zone, such as eu-central-1a"),
            of(
                    "AWS::EC2::KeyPair::KeyName",
                    "[\\x20-\\x7e]{1,255}",
                    "the name of a key pair, 1 to 255 ASCII characters"),
            of(
                    "AWS::EC2::SecurityGroup::GroupName",
                    "(?!sg-)[\\x20-\\x7e]{1,255}",
                    "the name of a security group, 1 to 255 ASCII characters, not its id"),
            of("AWS::Route53::HostedZone::Id", "[A-Z0-9]{1,32}", "the id of a hosted zone, such as Z3M3LMPEXAMPLE"));

    private static TypeFormat id(String type, String prefix) {
        return new TypeFormat(
                type,
                Pattern.compile(prefix + "-[0-9a-f]+"),
                Pattern.compile(prefix + "-(?:[0-9a-f]{8}|[0-9a-f]{17})"),
                prefix + "- and 8 or 17 hexadecimal digits");
    }

    private static TypeFormat of(String type, String pattern, String shown) {
        Pattern compiled = Pattern.compile(pattern);
        return new TypeFormat(type, compiled, compiled, shown);
    }

    /** The format of one value of the type; empty for types whose values are not of AWS. */
    static Optional<TypeFormat> of(String type) {
        String single = isList(type) ? type.substring(LIST.length(), type.length() - 1) : type;
        return ALL.stream().filter(format -> format.type.equals(single)).findFirst();
    }

    static boolean isList(String type) {
        return type.startsWith(LIST) && type.endsWith(">");
    }
}
