package dev.benchlight.app.workspace;

import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Problem;

/// What the user or a file gave cannot be used; [#problem()] says why in one sentence.
public final class InputException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public InputException(Problem problem) {
        super(problem.message());
        this.problem = problem;
    }

    public InputException(String code, String message) {
        this(Problem.of(code, Layer.INPUT, message));
    }

    public InputException(String code, String message, String hint) {
        this(Problem.of(code, Layer.INPUT, message).withHint(hint));
    }

    public Problem problem() {
        return problem;
    }
}
