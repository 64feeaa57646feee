package org.orderbench.demo.orm;

/** A required field was left empty. An import reports it in its own words, any other call as a validation error. */
final class MissingValue extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Field field;
    private final String modelLabel;

    MissingValue(Model model, Field field) {
        super("Missing required value for " + field.model() + "." + field.name());
        this.field = field;
        this.modelLabel = model.label();
    }

    Field field() {
        return field;
    }

    String modelLabel() {
        return modelLabel;
    }

    /** In the words of 17 and 18. */
    OdooError asValidationError() {
        return new OdooError(OdooError.Kind.VALIDATION, "The operation cannot be completed:\n- Create/update: a mandatory field is not set.\n"
                + "- Delete: another model requires the record being deleted. If possible, archive it instead.\n\nModel: "
                + modelLabel + " (" + field.model() + ")\nField: " + field.label() + " (" + field.name() + ")\n");
    }
}
