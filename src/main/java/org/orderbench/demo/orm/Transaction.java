package org.orderbench.demo.orm;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Changes of one call: each is done at once and can be undone, down to a savepoint or altogether. Only the writing thread has one. */
public final class Transaction {

    private final Database database;
    private final boolean undoable;
    private final Deque<Runnable> undo = new ArrayDeque<>();

    Transaction(Database database, boolean undoable) {
        this.database = database;
        this.undoable = undoable;
    }

    private void remember(Runnable step) {
        if (undoable) {
            undo.push(step);
        }
    }

    int insert(Model model) {
        int id = model.table().insert();
        remember(() -> model.table().remove(id));
        return id;
    }

    void set(Model model, int id, String field, @Nullable Object value) {
        Object before = model.table().get(id, field);
        model.table().set(id, field, value);
        remember(() -> model.table().set(id, field, before));
    }

    void remove(Model model, int id, boolean keepsXmlIds) {
        for (String field : model.table().filledFields()) {
            Field definition = model.fields().get(field);
            if (definition != null) {
                set(model, id, field, Values.empty(definition.type()));
            }
        }
        model.table().remove(id);
        remember(() -> model.table().revive(id));
        if (!keepsXmlIds) {
            for (String name : database.xmlIdsOf(model.name(), id)) {
                setXmlId(name, null);
                database.throwNotesAway();
            }
        }
    }

    void setXmlId(String name, @Nullable XmlId target) {
        XmlId before = database.xmlId(name);
        database.putXmlId(name, target);
        remember(() -> {
            database.putXmlId(name, before);
            if (before == null && target != null) {
                database.misremember(name, target);
            }
        });
    }

    int savepoint() {
        return undo.size();
    }

    void rollbackTo(int savepoint) {
        while (undo.size() > savepoint) {
            undo.pop().run();
        }
    }
}
