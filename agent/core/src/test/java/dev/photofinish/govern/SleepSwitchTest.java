package dev.photofinish.govern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SleepSwitchTest {
    @TempDir
    Path directory;

    @AfterEach
    void clear() {
        System.clearProperty("photofinish.sleep");
        System.clearProperty("photofinish.budget");
    }

    private SleepSwitch ofFile() {
        return new SleepSwitch(directory.resolve("photofinish.sleep"));
    }

    @Test
    void file_whileItExists_isOn() throws IOException {
        SleepSwitch sleepSwitch = ofFile();
        assertThat(sleepSwitch.isOn()).isFalse();
        Path file = Files.createFile(directory.resolve("photofinish.sleep"));
        assertThat(sleepSwitch.reason()).isEqualTo("the file " + file + " exists");
        Files.delete(file);
        assertThat(sleepSwitch.isOn()).isFalse();
    }

    @Test
    void property_true_isOn() {
        System.setProperty("photofinish.sleep", "true");
        assertThat(ofFile().reason()).isEqualTo("the system property photofinish.sleep is true");
    }

    @Test
    void budgetProperty_setToZeroLater_isOn() {
        SleepSwitch sleepSwitch = ofFile();
        System.setProperty("photofinish.budget", "0");
        assertThat(sleepSwitch.reason()).isEqualTo("the system property photofinish.budget is 0");
    }

    @Test
    void budgetProperty_ofTheStart_isLeftToTheOptions() {
        System.setProperty("photofinish.budget", "0");
        assertThat(ofFile().budget(3)).isEqualTo(3);
    }

    @Test
    void budgetProperty_noPercentage_changesNothing() {
        SleepSwitch sleepSwitch = ofFile();
        for (String wrong : new String[] {"-1", "101", "much", ""}) {
            System.setProperty("photofinish.budget", wrong);
            assertThat(sleepSwitch.budget(3)).as(wrong).isEqualTo(3);
        }
        System.setProperty("photofinish.budget", "2.5");
        assertThat(sleepSwitch.budget(3)).isEqualTo(2.5);
    }
}
