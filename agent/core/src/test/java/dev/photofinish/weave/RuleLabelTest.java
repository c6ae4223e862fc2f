package dev.photofinish.weave;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RuleLabelTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "unlock\\(\\)V; unlock",
                "(put|offer)\\(Ljava.*; put or offer",
                "get\\w*\\(.*; get…",
                "(set|getAnd\\w+|\\w+AndGet|\\w*[cC]ompareAndSet)\\(Ljava.*; set or getAnd… or …AndGet or …compareAndSet",
                "\\w*[cC]ompareAnd(Set|Exchange)\\w*\\(.*; …compareAnd(Set|Exchange)…",
                "((read|write)Lock(Interruptibly)?|tryLock)\\(.*; (read|write)Lock[Interruptibly] or tryLock",
                "(put|offer)(First|Last)\\(Ljava.*; (put|offer)(First|Last)",
                "(take|pop)(First|Last)?\\((J.*)?\\)Ljava/.*; (take|pop)[First|Last]",
                "(drainTo|toArray|remove\\(L)\\w*.*; drainTo or toArray or remove",
                "(?!is|fork)\\w+\\(.*; any method",
                "(?!get)\\w*PendingCount\\w*\\(.*; …PendingCount…",
                ".*; any method",
                "<init>\\(.*; <init>"
            })
    void pattern_isReadAsNames(String pattern, String label) {
        assertThat(RuleLabel.of(pattern)).isEqualTo(label);
    }

    @Test
    void labelsOfTheTable_haveNothingLeftOfTheirPatterns() {
        assertThat(new RuleTable(FinalReads.FOLLOWED).rules())
                .extracting(Rule::label)
                .allMatch(label -> !label.matches(".*(\\\\|\\?|\\*|\\+|\\.).*"))
                .allMatch(label -> label.chars().filter(c -> c == '(').count()
                        == label.chars().filter(c -> c == ')').count());
    }
}
