package dev.photofinish.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionParserTest {
    private static AgentOptions parse(String arguments) {
        return OptionParser.parse(arguments, Map.of(), new Properties());
    }

    @Test
    void noOptions_giveTheDefaults() {
        AgentOptions options = OptionParser.parse(null, Map.of(), new Properties());
        assertThat(options.mode()).isEqualTo(AgentOptions.Mode.WINDOW);
        assertThat(options.include()).containsExactly("**");
        assertThat(options.analyzer()).isNull();
        assertThat(options.budgetPercent()).isEqualTo(1);
    }

    @Test
    void options_areRead() {
        AgentOptions options = parse(
                "mode=full,include=com.acme.**;org.acme.Foo*,analyzer=http://127.0.0.1:9464,budget=2.5,service=shop,window=50");
        assertThat(options.mode()).isEqualTo(AgentOptions.Mode.FULL);
        assertThat(options.include()).isEqualTo(List.of("com.acme.**", "org.acme.Foo*"));
        assertThat(options.analyzer()).isEqualTo(URI.create("http://127.0.0.1:9464"));
        assertThat(options.budgetPercent()).isEqualTo(2.5);
        assertThat(options.service()).isEqualTo("shop");
        assertThat(options.window()).hasMillis(50);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "colour=red | unknown option colour: expected one of analyzer, budget, config, | found \"colour=red\"",
                "mode | option mode: expected key=value | found \"mode\"",
                "mode= | option mode: expected a value | found \"\"",
                "mode=fast | option mode: expected window or full | found \"fast\"",
                "mode=full,mode=full | option mode: expected it once | found \"it twice\"",
                "budget=-1 | option budget: expected a percentage from 0 to 100 | found \"-1\"",
                "budget=101 | option budget: expected a percentage from 0 to 100 | found \"101\"",
                "budget=NaN | option budget: expected a percentage from 0 to 100 | found \"NaN\"",
                "budget=much | option budget: expected a percentage from 0 to 100 | found \"much\"",
                "window=0 | option window: expected a whole number from 1 to 10000 | found \"0\"",
                "analyzer=127.0.0.1 | option analyzer: expected an http or https address | found \"127.0.0.1\"",
                "analyzer=ftp://a/ | option analyzer: expected an http or https address | found \"ftp://a/\"",
                "include=com/acme | option include: expected patterns such as com.acme.** | found \"com/acme\"",
                "config=/no/such/file | option config: expected a readable properties file | found \"/no/such/file",
            })
    void wrongOption_namesKeyExpectedAndFound(String arguments, String expected, String found) {
        assertThatThrownBy(() -> parse(arguments))
                .isInstanceOf(OptionException.class)
                .hasMessageContaining(expected)
                .hasMessageContaining(found);
    }

    @Test
    void sources_winInTheirOrder(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(
                directory.resolve("a.properties"), "service=file\nbudget=3\nmaxFields=30\nwindow=300\n");
        Properties properties = new Properties();
        properties.setProperty("photofinish.budget", "4");
        properties.setProperty("photofinish.window", "400");
        properties.setProperty("photofinish.service", "property");
        Map<String, String> environment = Map.of("PHOTOFINISH_WINDOW", "500", "PHOTOFINISH_SERVICE", "environment");
        AgentOptions options = OptionParser.parse("service=argument,config=" + file, environment, properties);
        assertThat(options.service()).isEqualTo("argument");
        assertThat(options.window()).hasMillis(500);
        assertThat(options.budgetPercent()).isEqualTo(4);
        assertThat(options.maxFields()).isEqualTo(30);
    }

    @Test
    void environmentName_ofTwoWords_hasAnUnderscore() {
        AgentOptions options = OptionParser.parse(null, Map.of("PHOTOFINISH_MAX_FIELDS", "12"), new Properties());
        assertThat(options.maxFields()).isEqualTo(12);
    }

    @Test
    void unknownKeyInFile_isAnError(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("a.properties"), "servce=shop\n");
        assertThatThrownBy(() -> parse("config=" + file)).hasMessageContaining("unknown option servce in " + file);
    }

    @Test
    void wrongValue_isNamedWithWhereItComesFrom(@TempDir Path directory) throws IOException {
        assertThatThrownBy(() -> OptionParser.parse(null, Map.of("PHOTOFINISH_BUDGET", "101"), new Properties()))
                .hasMessage("option budget (environment PHOTOFINISH_BUDGET): expected a percentage from 0 to 100, found"
                        + " \"101\"");
        Properties properties = new Properties();
        properties.setProperty("photofinish.window", "0");
        assertThatThrownBy(() -> OptionParser.parse(null, Map.of(), properties))
                .hasMessageStartingWith("option window (system property photofinish.window): ");
        Path file = Files.writeString(directory.resolve("a.properties"), "mode=fast\n");
        assertThatThrownBy(() -> parse("config=" + file)).hasMessageStartingWith("option mode (file " + file + "): ");
    }

    @Test
    void outputThatCannotBeWritten_isAnError(@TempDir Path directory) {
        assertThat(parse("output=" + directory.resolve("a.jfr")).output()).isEqualTo(directory.resolve("a.jfr"));
        assertThatThrownBy(() -> parse("output=" + directory.resolve("none/a.jfr")))
                .hasMessageContaining("option output: expected a file in a directory that exists");
        assertThatThrownBy(() -> parse("output=" + directory)).hasMessageContaining("option output");
    }

    @Test
    void check_refusesWhatIsWrong_andDoesNotLookForFilesOfTheOtherJvm() {
        OptionParser.check("include=com.acme.**,config=/none/a.properties,output=/none/a.jfr");
        assertThatThrownBy(() -> OptionParser.check("inclde=com.acme.**"))
                .hasMessageStartingWith("unknown option inclde: expected one of");
        assertThatThrownBy(() -> OptionParser.check("budget=-1")).hasMessageContaining("found \"-1\"");
    }
}
