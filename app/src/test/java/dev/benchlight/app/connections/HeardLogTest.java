package dev.benchlight.app.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.connections.HeardLog.Heard;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class HeardLogTest {
    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    @Test
    void theNewestAreKeptAndAllAreCounted() {
        HeardLog log = new HeardLog(3);
        for (int i = 1; i <= 5; i++) {
            log.take(
                    "notifications/message",
                    json("{'level':'info','logger':'db','data':'" + i + "'}"));
        }
        assertThat(log.total()).isEqualTo(5);
        assertThat(log.after(0)).extracting(Heard::text).containsExactly("3", "4", "5");
        assertThat(log.after(4)).extracting(Heard::number).containsExactly(5L);
        assertThat(log.after(5)).isEmpty();
        assertThat(log.after(0).getFirst().level()).isEqualTo("info");
        assertThat(log.after(0).getFirst().logger()).isEqualTo("db");
    }

    @Test
    void whatIsLargeIsCutWithoutBeingWrittenOutFirst() {
        HeardLog log = new HeardLog();
        String large = "[" + "{'a':'xxxxxxxxxx'},".repeat(50_000) + "1]";
        log.take("notifications/x", json("{'all':" + large + "}"));
        log.take("notifications/message", json("{'data':'" + "y".repeat(1 << 20) + "'}"));
        log.take("notifications/message", json("{'data':{'k':['v',1,null,true]}}"));
        assertThat(log.after(0).get(0).text()).startsWith("{\"all\":[{\"a\":\"xx").endsWith("…");
        assertThat(log.after(0)).allSatisfy(h -> assertThat(h.text().length()).isLessThan(1_010));
        assertThat(log.after(0).get(2).text()).isEqualTo("{\"k\":[\"v\",1,null,true]}");
    }

    @Test
    void listenersHearOfABurst() throws InterruptedException {
        HeardLog log = new HeardLog();
        CountDownLatch told = new CountDownLatch(1);
        Runnable end = log.subscribe(told::countDown);
        for (int i = 0; i < 100; i++) {
            log.take("notifications/x", json("{}"));
        }
        assertThat(told.await(60, TimeUnit.SECONDS)).isTrue();
        end.run();
    }
}
