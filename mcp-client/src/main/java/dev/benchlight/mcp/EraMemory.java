package dev.benchlight.mcp;

import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.Sha256;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Of which era servers turned out to be, so that an older one need not be asked again what it does
/// not know ("Backward Compatibility"). Servers go by a digest, since addresses and arguments can
/// hold secrets. Thread-safe; none of its methods waits for long.
public interface EraMemory {
    /// Remembers nothing.
    EraMemory NONE =
            new EraMemory() {
                @Override
                public Optional<Era> recall(String server) {
                    return Optional.empty();
                }

                @Override
                public void remember(String server, Era era) {}

                @Override
                public void forget(String server) {}
            };

    Optional<Era> recall(String server);

    void remember(String server, Era era);

    /// What was remembered has turned out to be wrong, or may be.
    void forget(String server);

    /// One that lasts as long as this process.
    static EraMemory inMemory() {
        Map<String, Era> eras = new ConcurrentHashMap<>();
        return new EraMemory() {
            @Override
            public Optional<Era> recall(String server) {
                return Optional.ofNullable(eras.get(server));
            }

            @Override
            public void remember(String server, Era era) {
                eras.put(server, era);
            }

            @Override
            public void forget(String server) {
                eras.remove(server);
            }
        };
    }

    /// What a server goes by: its address without the query, for one gateway has servers of both
    /// eras under one origin, or its command line and folder.
    static String key(ServerConfig config) {
        List<String> parts =
                switch (config) {
                    case ServerConfig.Http http -> {
                        URI url = http.url();
                        String path = url.getRawPath() == null ? "" : url.getRawPath();
                        yield List.of(
                                "http", url.getScheme() + "://" + url.getRawAuthority(), path);
                    }
                    case ServerConfig.Stdio stdio ->
                            List.of(
                                    "stdio",
                                    stdio.command(),
                                    String.join("\0", stdio.arguments()),
                                    String.valueOf(stdio.directory()));
                };
        return Sha256.hex(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
    }
}
