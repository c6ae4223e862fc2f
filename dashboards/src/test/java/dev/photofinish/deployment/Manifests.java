package dev.photofinish.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.photofinish.peer.Peer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The objects that a kustomization renders to, in the types of the Kubernetes API. */
final class Manifests {
    private static final Map<String, Class<? extends HasMetadata>> TYPES = Map.of(
            "v1/Namespace", Namespace.class,
            "v1/ServiceAccount", ServiceAccount.class,
            "v1/PersistentVolumeClaim", PersistentVolumeClaim.class,
            "v1/Service", Service.class,
            "apps/v1/Deployment", Deployment.class,
            "networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class);

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final ObjectMapper KNOWN_FIELDS_ONLY =
            new ObjectMapper().setAnnotationIntrospector(new WithoutUnknownFields());

    private final List<HasMetadata> objects;
    private final List<String> unknownFields;

    private Manifests(List<HasMetadata> objects, List<String> unknownFields) {
        this.objects = objects;
        this.unknownFields = unknownFields;
    }

    /** What {@code kubectl kustomize} makes of a directory; the test is skipped where there is no kubectl. */
    static Manifests rendered(Path directory) {
        Peer.Output rendered = Peer.required("kubectl", "https://kubernetes.io/docs/tasks/tools")
                .run(directory, "kustomize", ".");
        if (rendered.exitCode() != 0) {
            throw new AssertionError(
                    "kubectl kustomize " + directory + " ended with " + rendered.exitCode() + ":\n" + rendered.text());
        }
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(rendered.text())) {
            List<HasMetadata> objects = new ArrayList<>();
            List<String> unknownFields = new ArrayList<>();
            while (documents.hasNext()) {
                JsonNode document = documents.next();
                HasMetadata object = typed(document);
                objects.add(object);
                JsonNode known = KNOWN_FIELDS_ONLY.valueToTree(object);
                collectUnknown(
                        document,
                        known,
                        object.getKind() + " " + object.getMetadata().getName(),
                        unknownFields);
            }
            return new Manifests(objects, unknownFields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them, in the order in which kubectl renders them. */
    List<HasMetadata> objects() {
        return objects;
    }

    /** Paths of fields that the Kubernetes API does not know. */
    List<String> unknownFields() {
        return unknownFields;
    }

    /** The only object of its type. */
    <T extends HasMetadata> T only(Class<T> type) {
        List<T> found =
                objects.stream().filter(type::isInstance).map(type::cast).toList();
        if (found.size() != 1) {
            throw new AssertionError("expected 1 " + type.getSimpleName() + ", found " + found.size());
        }
        return found.get(0);
    }

    private static HasMetadata typed(JsonNode document) throws JsonProcessingException {
        String type = document.path("apiVersion").asText() + "/"
                + document.path("kind").asText();
        Class<? extends HasMetadata> known = TYPES.get(type);
        if (known == null) {
            throw new AssertionError("expected an object of " + TYPES.keySet() + ", found " + type);
        }
        return YAML.treeToValue(document, known);
    }

    private static void collectUnknown(JsonNode given, JsonNode known, String path, List<String> unknown) {
        if (known.isMissingNode()) {
            unknown.add(path);
        } else if (given.isObject() && known.isObject()) {
            for (Iterator<String> names = given.fieldNames(); names.hasNext(); ) {
                String name = names.next();
                collectUnknown(given.path(name), known.path(name), path + "." + name, unknown);
            }
        } else if (given.isArray()) {
            for (int i = 0; i < given.size(); i++) {
                collectUnknown(given.path(i), known.path(i), path + "[" + i + "]", unknown);
            }
        }
    }

    /** Leaves out what the types of the API have no field for and keep aside. */
    private static final class WithoutUnknownFields extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasAnyGetter(Annotated annotated) {
            return false;
        }
    }
}
