package dev.benchlight.app.cli;

import dev.benchlight.app.doctor.ErrorProbe;
import dev.benchlight.app.doctor.Finding;
import dev.benchlight.app.doctor.OriginCheck;
import dev.benchlight.app.doctor.Probed;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.wire.ServerConfig;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What `inspect` tries on a server; each try is a step of the report.
final class Probes {
    private Probes() {}

    static List<Finding> of(SessionRun run, ServerDescription server) {
        // Their requests would stand among the steps a second time.
        run.steps().end();
        List<Probed> all = new ArrayList<>();
        all.addAll(new ErrorProbe(run.session(), run.callOptions(), run::await).run(server));
        if (run.config() instanceof ServerConfig.Http http) {
            var environment = run.around().console().environment();
            try (OriginCheck check = new OriginCheck(http, server, environment, run.recorder())) {
                all.addAll(run.during(check::cancel, check::run));
            }
        }
        all.forEach(run.steps()::add);
        return all.stream().map(Probed::finding).filter(Objects::nonNull).toList();
    }
}
