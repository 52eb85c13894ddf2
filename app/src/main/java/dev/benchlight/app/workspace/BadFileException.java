package dev.benchlight.app.workspace;

/// A file cannot be read as what it should be; [#problem()] says where and why.
final class BadFileException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient FileProblem problem;

    BadFileException(FileProblem problem) {
        super(problem.message());
        this.problem = problem;
    }

    FileProblem problem() {
        return problem;
    }
}
