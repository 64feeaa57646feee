/** The build cannot go on; the message says why and what to do next. */
final class BuildFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    BuildFailure(String message) {
        super(message);
    }
}
