package io.github.sammaven.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command and key of SAM CLI 1.164 is known with its type; what is not is told with the nearest name. */
class NameCheckTest {

    /** For each type a value of it, and one that is not. */
    private static final Map<String, String> RIGHT = Map.of(
            "b",
            "true",
            "i",
            "7",
            "s",
            "'x'",
            "l",
            "['x', 'y']",
            "m",
            "'A=1 B=2'",
            "r",
            "['F=uri']",
            "h",
            "'db:10.0.0.7'");

    private static final Map<String, String> WRONG =
            Map.of("b", "'maybe'", "i", "'x'", "s", "[1]", "l", "{a = 1}", "m", "1", "r", "1", "h", "1");

    private static final String COMMON = "beta_features b, debug b, save_params b";
    private static final String AWS = COMMON + ", region s, profile s";
    private static final String PACKAGE = "template_file s, s3_bucket s, s3_prefix s, kms_key_id s, use_json b,"
            + " force_upload b, resolve_s3 b, image_repository s, image_repositories r, resolve_image_repos b, metadata m,"
            + " signing_profiles m, no_progressbar b, language_extensions b";
    private static final String LOCAL =
            "template_file s, env_vars s, parameter_overrides m, debug_port l, debugger_path s,"
                    + " debug_args s, container_env_vars s, docker_volume_basedir s, log_file s, layer_cache_basedir s,"
                    + " skip_pull_image b, docker_network s, force_image_build b, shutdown b, container_host s,"
                    + " container_host_interface s, add_host h, container_dns l, invoke_image l, no_memory_limit b,"
                    + " language_extensions b, hook_name s, skip_prepare_infra b, terraform_plan_file s";
    private static final Map<String, String> GROUPS =
            Map.of("COMMON", COMMON, "AWS", AWS, "PACKAGE", PACKAGE, "LOCAL", LOCAL);

    @TempDir
    private Path folder;

    private SamConfig read(String text) {
        try {
            Files.writeString(folder.resolve("samconfig.toml"), "version = 0.1\n" + text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return SamConfigFile.in(folder).read();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', maxCharsPerColumn = 2000, textBlock = """
            init | COMMON, no_interactive b, architecture s, location s, runtime s, package_type s, base_image s, \
            dependency_manager s, output_dir s, name s, app_template s, no_input b, extra_context s, tracing b, \
            application_insights b, structured_logging b
            validate | AWS, template_file s, lint b, language_extensions b
            build | AWS, template_file s, base_dir s, build_dir s, cache_dir s, cached b, parallel b, manifest s, exclude l, \
            parameter_overrides m, use_container b, use_buildkit b, build_image l, container_env_var l, \
            container_env_var_file s, mount_with s, mount_symlinks b, build_in_source b, language_extensions b, \
            skip_pull_image b, docker_network s, hook_name s, skip_prepare_infra b, terraform_project_root_path s
            package | AWS, PACKAGE, output_template_file s
            deploy | AWS, PACKAGE, guided b, stack_name s, no_execute_changeset b, fail_on_empty_changeset b, \
            confirm_changeset b, disable_rollback b, on_failure s, max_wait_duration i, express b, role_arn s, \
            notification_arns l, tags m, parameter_overrides m, capabilities l
            delete | AWS, stack_name s, no_prompts b, s3_bucket s, s3_prefix s, express b
            sync | AWS, template_file s, stack_name s, code b, watch b, resource_id l, resource l, dependency_layer b, \
            skip_deploy_sync b, express b, watch_exclude m, base_dir s, use_container b, build_in_source b, build_image l, \
            container_env_var_file s, image_repository s, image_repositories r, s3_bucket s, s3_prefix s, kms_key_id s, \
            role_arn s, parameter_overrides m, metadata m, notification_arns l, tags m, capabilities l, \
            language_extensions b
            local_invoke | AWS, LOCAL, event s, no_event b, runtime s, tenant_id s, durable_execution_name s, mount_symlinks b
            local_start_api | AWS, LOCAL, host s, port i, static_dir s, disable_authorizer b, ssl_cert_file s, \
            ssl_key_file s, warm_containers s, debug_function s, no_watch b
            local_start_lambda | AWS, LOCAL, host s, port i, warm_containers s, debug_function s, no_watch b
            logs | AWS, name l, stack_name s, filter s, tail b, include_traces b, cw_log_group l, output s, start_time s, \
            end_time s
            traces | AWS, trace_id l, tail b, output s, start_time s, end_time s
            publish | AWS, template_file s, semantic_version s, fail_on_same_version b
            list_resources | AWS, template_file s, stack_name s, output s, parameter_overrides m
            list_endpoints | AWS, template_file s, stack_name s, output s, parameter_overrides m
            list_stack_outputs | AWS, stack_name s, output s
            remote_invoke | AWS, stack_name s, event s, event_file s, test_event_name s, tenant_id s, \
            durable_execution_name s, output s, parameter m
            remote_test_event_get | region s, stack_name s, name s, output_file s
            remote_test_event_put | region s, stack_name s, name s, file s, invocation_type s, force b
            remote_test_event_list | region s, stack_name s
            remote_test_event_delete | region s, stack_name s, name s
            pipeline_bootstrap | AWS, interactive b, stage s, pipeline_user s, pipeline_execution_role s, \
            cloudformation_execution_role s, bucket s, create_image_repository b, image_repository s, confirm_changeset b, \
            permissions_provider s, oidc_provider s, oidc_provider_url s, oidc_client_id s, github_org s, github_repo s, \
            gitlab_group s, gitlab_project s, bitbucket_repo_uuid s, deployment_branch s, cicd_provider s
            pipeline_init | COMMON, bootstrap b
            """)
    void everyKeyOfSamCliIsKnownWithItsType(String command, String keys) {
        StringBuilder right = new StringBuilder("[default." + command + ".parameters]\n");
        for (String key : keys.split(", ")) {
            for (String word : GROUPS.getOrDefault(key, key).split(",\\s*")) {
                String[] parts = word.split(" ");
                right.append(parts[0]).append(" = ").append(RIGHT.get(parts[1])).append('\n');
                String wrong = "[default." + command + ".parameters]\n" + parts[0] + " = " + WRONG.get(parts[1]) + "\n";
                assertThatThrownBy(() -> read(wrong).command(command))
                        .as(wrong)
                        .isInstanceOf(InvalidOptionException.class)
                        .hasMessageContaining(parts[0]);
            }
        }
        SamConfig config = read(right.toString());

        assertThat(config.warnings()).as(right.toString()).isEmpty();
        assertThat(config.command(command).keys()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local_generate_event_s3_put",
                "local_callback_succeed",
                "remote_callback_fail",
                "remote_callback_heartbeat",
                "remote_execution_get",
                "remote_execution_history",
                "remote_execution_stop",
                "local_execution_stop"
            })
    void commandWithoutAConfigurationOfItsOwnIsKnown(String command) {
        assertThat(read("[default." + command + ".parameters]\n").warnings()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            [default.deploy.parameters] / template = 'x'      |
            [default.deploy.parameters] / allow_stateful_changes = ['T'] |
            [default.deploy.parameters] / merge_tags = true   |
            [default.package.parameters] / template_configuration = 'c.json' |
            [default.logs.parameters] / template = 'x'        |
            [default.deploy.parameters] / template-file = 'x' | the command deploy has no parameter 'template-file'
            [default.deploy.parameters] / stack_nam = 'x'     | the command deploy has no parameter 'stack_nam'
            [default.deploy.parameters] / config_env = 'x'    | 'config_env' has no effect inside the file
            [default.global.parameters] / stack_nam = 'x'     | no command has a parameter 'stack_nam'
            [default.local-invoke.parameters] / event = 'x'   | there is no command 'local-invoke'
            [default.deploi.parameters] / stack_name = 'x'    | there is no command 'deploi'
            [default.deploy.paramters] / stack_name = 'x'     | 'paramters' of deploy is ignored
            [defalt.deploy.parameters] / stack_name = 'x'     | there is no environment 'default'
            stack_name = 'x'                                  | 'stack_name' is ignored
            """)
    void whatWouldBeIgnoredIsTold(String lines, String warning) {
        assertThat(read(lines.replace(" / ", "\n") + "\n").warnings())
                .extracting(Problem::message)
                .containsExactlyElementsOf(warning == null ? List.of() : List.of(warning));
    }

    @Test
    void nearestNameIsAWayOut() {
        assertThat(read("[default.deploy.parameters]\nallow_stateful_change = ['T']\n")
                        .warnings())
                .extracting(Problem::suggestion)
                .containsExactly("Did you mean 'allow_stateful_changes'?");
    }
}
