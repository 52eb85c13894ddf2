package dev.benchlight.app.ui.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.connections.HeardLog;
import dev.benchlight.app.connections.HeardLog.Heard;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

class HeardModelTest {
    private final HeardLog log = new HeardLog();
    private final HeardModel model = new HeardModel(log);

    private void says(String level, String data) {
        log.take(
                "notifications/message",
                JsonMapper.shared()
                        .createObjectNode()
                        .put("level", level)
                        .put("logger", "db")
                        .put("data", data));
    }

    @Test
    void onlyWhatFitsLevelAndFilterIsShown() {
        says("debug", "one");
        says("error", "two");
        says("strange", "three");
        assertThat(model.fresh()).hasSize(3);
        model.setLeast("warning");
        assertThat(model.all()).extracting(Heard::text).containsExactly("two", "three");
        model.setLeast("all levels");
        model.setFilter(" ON ");
        assertThat(model.all()).extracting(Heard::text).containsExactly("one");
        model.setFilter("DB");
        assertThat(model.all()).hasSize(3);
    }

    @Test
    void whatIsClearedStaysAwayAndWhatComesLaterIsShown() {
        says("info", "old");
        model.clear();
        says("info", "new");
        assertThat(model.fresh()).extracting(Heard::text).containsExactly("new");
        assertThat(model.all()).hasSize(1);
        assertThat(model.total()).isEqualTo(2);
    }
}
