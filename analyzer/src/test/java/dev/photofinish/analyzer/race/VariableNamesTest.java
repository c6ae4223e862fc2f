package dev.photofinish.analyzer.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.analyzer.trace.FieldAccess;
import dev.photofinish.analyzer.trace.FieldAccess.Kind;
import dev.photofinish.analyzer.trace.Site;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VariableNamesTest {
    private static final Map<Integer, Site> SITES = Map.of(
            1, site(1, "acme.Box.values[]", "read element of field"),
            2, site(2, "int[]", "write element"),
            3, site(3, "acme.Attic.values[]", "write element of field"),
            4, site(4, "acme.Box.size", "read"));

    @Test
    void elements_areCalledAfterAField_beforeTheirType() {
        FieldAccess typed = access(2, 7, 0);
        VariableNames names = names(typed, access(1, 7, 3));

        assertThat(names.of(typed)).isEqualTo("acme.Box.values[]");
    }

    @Test
    void elements_ofSeveralFields_areCalledAfterTheFirst() {
        FieldAccess one = access(1, 7, 0);

        assertThat(names(one, access(3, 7, 0)).of(one)).isEqualTo("acme.Attic.values[]");
        assertThat(names(access(3, 7, 0), one).of(one)).isEqualTo("acme.Attic.values[]");
    }

    @Test
    void fieldsOfAnObject_keepTheirNames() {
        FieldAccess field = access(4, 7, -1);

        assertThat(names(access(1, 7, 0), field).of(field)).isEqualTo("acme.Box.size");
    }

    private static VariableNames names(FieldAccess... accesses) {
        return new VariableNames(List.of(accesses), access -> site(access.site()));
    }

    private static Site site(int id) {
        Site site = SITES.get(id);
        if (site == null) {
            throw new IllegalArgumentException("expected a site from 1 to 4, found " + id);
        }
        return site;
    }

    private static Site site(int id, String field, String kind) {
        return new Site(id, "acme.Box", "run", "()V", 1, field, kind);
    }

    private static FieldAccess access(int site, long object, int index) {
        return new FieldAccess(1, 1, 1, 1, site, object, index, Kind.READ, 0);
    }
}
