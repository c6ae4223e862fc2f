package dev.photofinish.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesTest {
    private static final Path KUBERNETES = Path.of("../deploy/kubernetes");
    private static final String BASE = "base";
    private static final String INJECTION = "overlays/agent-injection-example";

    @ParameterizedTest
    @ValueSource(strings = {BASE, INJECTION})
    void kustomization_rendersToObjectsThatTheApiKnows(String kustomization) {
        Manifests manifests = rendered(kustomization);

        assertThat(manifests.objects()).isNotEmpty();
        assertThat(manifests.unknownFields()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {BASE, INJECTION})
    void containers_runWithoutRightsOnAReadOnlyFileSystem(String kustomization) {
        PodSpec pod = pod(rendered(kustomization));

        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(containers(pod)).allSatisfy(container -> {
            assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                    .isTrue();
            assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                    .isFalse();
            assertThat(container.getSecurityContext().getCapabilities().getDrop())
                    .containsExactly("ALL");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {BASE, INJECTION})
    void containers_areBounded(String kustomization) {
        PodSpec pod = pod(rendered(kustomization));

        assertThat(containers(pod)).allSatisfy(container -> {
            assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
            assertThat(container.getResources().getLimits()).containsKey("memory");
        });
        assertThat(pod.getVolumes())
                .filteredOn(volume -> volume.getEmptyDir() != null)
                .allMatch(volume -> volume.getEmptyDir().getSizeLimit() != null);
    }

    @ParameterizedTest
    @ValueSource(strings = {BASE, INJECTION})
    void volumes_areDeclaredWhereTheyAreMounted(String kustomization) {
        PodSpec pod = pod(rendered(kustomization));
        List<String> declared =
                pod.getVolumes().stream().map(volume -> volume.getName()).toList();

        assertThat(containers(pod))
                .flatExtracting(Container::getVolumeMounts)
                .extracting(VolumeMount::getName)
                .isNotEmpty()
                .isSubsetOf(declared);
    }

    @Test
    void analyzer_isProbedOnItsHealthEndpoints() {
        Container analyzer = pod(rendered(BASE)).getContainers().get(0);

        assertThat(path(analyzer.getStartupProbe())).isEqualTo("/health/live");
        assertThat(path(analyzer.getLivenessProbe())).isEqualTo("/health/live");
        assertThat(path(analyzer.getReadinessProbe())).isEqualTo("/health/ready");
    }

    @Test
    void analyzer_takesItsTokensFromASecretThatIsNotShipped() {
        Manifests base = rendered(BASE);

        assertThat(pod(base).getContainers().get(0).getEnv())
                .filteredOn(variable -> variable.getName().contains("TOKEN"))
                .hasSize(3)
                .allMatch(variable -> variable.getValue() == null)
                .allMatch(variable ->
                        variable.getValueFrom().getSecretKeyRef().getName().equals("photofinish-tokens"));
        assertThat(base.objects()).noneMatch(object -> object.getKind().equals("Secret"));
    }

    @Test
    void analyzer_hasOneWriterOfItsVolume() {
        Manifests base = rendered(BASE);
        Deployment deployment = base.only(Deployment.class);

        assertThat(deployment.getSpec().getReplicas()).isEqualTo(1);
        assertThat(deployment.getSpec().getStrategy().getType()).isEqualTo("Recreate");
        assertThat(pod(base).getVolumes())
                .filteredOn(volume -> volume.getPersistentVolumeClaim() != null)
                .extracting(volume -> volume.getPersistentVolumeClaim().getClaimName())
                .containsExactly(
                        base.only(PersistentVolumeClaim.class).getMetadata().getName());
    }

    @Test
    void analyzer_isReachedByItsServiceAndByNobodyUnnamed() {
        Manifests base = rendered(BASE);
        Deployment deployment = base.only(Deployment.class);
        NetworkPolicy policy = base.only(NetworkPolicy.class);

        assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels())
                .containsAllEntriesOf(base.only(Service.class).getSpec().getSelector())
                .containsAllEntriesOf(policy.getSpec().getPodSelector().getMatchLabels());
        assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
        assertThat(policy.getSpec().getEgress()).isEmpty();
        assertThat(policy.getSpec().getIngress())
                .hasSize(1)
                .allSatisfy(rule -> assertThat(rule.getFrom()).isNotEmpty());
    }

    @Test
    void analyzer_isFoundByPrometheus() {
        Deployment deployment = rendered(BASE).only(Deployment.class);

        assertThat(deployment.getSpec().getTemplate().getMetadata().getAnnotations())
                .containsEntry("prometheus.io/scrape", "true")
                .containsEntry("prometheus.io/port", "9464")
                .containsEntry("prometheus.io/path", "/metrics");
    }

    @Test
    void injection_bringsTheJarByAnInitContainer() {
        PodSpec pod = pod(rendered(INJECTION));

        assertThat(pod.getInitContainers())
                .singleElement()
                .satisfies(agent -> assertThat(agent.getImage()).startsWith("photofinish-agent:"));
        VolumeMount written = pod.getInitContainers().get(0).getVolumeMounts().get(0);
        assertThat(pod.getContainers().get(0).getVolumeMounts())
                .filteredOn(mount -> mount.getName().equals(written.getName()))
                .singleElement()
                .satisfies(mount -> {
                    assertThat(mount.getMountPath()).isEqualTo(written.getMountPath());
                    assertThat(mount.getReadOnly()).isTrue();
                });
    }

    @Test
    void injection_startsTheAgentWithTheApplication() {
        PodSpec pod = pod(rendered(INJECTION));
        Container application = pod.getContainers().get(0);

        assertThat(application.getImage()).isEqualTo("registry.example/orders:1.0");
        assertThat(application.getEnv())
                .filteredOn(variable -> variable.getName().equals("JAVA_TOOL_OPTIONS"))
                .extracting(EnvVar::getValue)
                .singleElement()
                .asString()
                .startsWith("-javaagent:"
                        + pod.getInitContainers()
                                .get(0)
                                .getVolumeMounts()
                                .get(0)
                                .getMountPath()
                        + "/photofinish-agent.jar=")
                .contains("analyzer=http://photofinish-analyzer.photofinish:9464", "include=", "service=orders")
                .doesNotContain(" ");
    }

    private static Manifests rendered(String kustomization) {
        return Manifests.rendered(KUBERNETES.resolve(kustomization));
    }

    private static PodSpec pod(Manifests manifests) {
        return manifests.only(Deployment.class).getSpec().getTemplate().getSpec();
    }

    private static List<Container> containers(PodSpec pod) {
        return Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream())
                .toList();
    }

    private static String path(Probe probe) {
        return probe.getHttpGet().getPath();
    }
}
