package org.orderbench.desktop.review;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keyboard of the review screen: every action has a key, and the hands need not leave it. */
final class ReviewKeys {

    private final ReviewGrid grid;
    private final ReviewModel model;
    private final TextField search;
    private final ReviewDialogs dialogs;
    private final ReviewClipboard clipboard;

    ReviewKeys(ReviewGrid grid, ReviewModel model, TextField search, ReviewDialogs dialogs) {
        this.grid = grid;
        clipboard = new ReviewClipboard(grid, model);
        this.model = model;
        this.search = search;
        this.dialogs = dialogs;
    }

    void install() {
        grid.table().addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        grid.table().addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedInSearch);
    }

    private boolean editing() {
        return grid.table().getEditingCell() != null;
    }

    private void pressed(KeyEvent key) {
        if (editing()) {
            return;
        }
        boolean used = key.isShortcutDown() ? shortcut(key) : key.isAltDown() ? filter(key.getCode()) : plain(key);
        if (used) {
            key.consume();
        }
    }

    private boolean shortcut(KeyEvent key) {
        return switch (key.getCode()) {
            case A -> then(model::toggleAll);
            case Z -> then(key.isShiftDown() ? model.decisions()::redo : model.decisions()::undo);
            case Y -> then(model.decisions()::redo);
            case C -> then(clipboard::copy);
            case V -> then(() -> dialogs.askPaste(clipboard.paste()));
            case D -> then(dialogs::askFill);
            case F -> then(search::requestFocus);
            default -> false;
        };
    }

    /** Alt and a digit: the quick filters in their order. */
    private boolean filter(KeyCode code) {
        int place = code.isDigitKey() ? code.getName().charAt(0) - '1' : -1;
        if (place < 0 || place >= QuickFilter.values().length) {
            return false;
        }
        model.filter().set(QuickFilter.values()[place]);
        return true;
    }

    /** Several marked lines are changed together, one alone in its cell. */
    private void edit(String begun) {
        if (model.marked() > 1) {
            dialogs.askChange(begun);
        } else {
            grid.edit(begun);
        }
    }

    private boolean plain(KeyEvent key) {
        return switch (key.getCode()) {
            case ENTER, F2 -> then(() -> edit(""));
            case SPACE -> then(this::mark);
            case DOWN -> then(() -> step(1, key.isShiftDown()));
            case UP -> then(() -> step(-1, key.isShiftDown()));
            case LEFT, RIGHT -> then(() -> fold(key.getCode() == KeyCode.LEFT));
            case DELETE -> then(dialogs::askRejection);
            case ESCAPE -> then(model::clearMarks);
            default -> false;
        };
    }

    private static boolean then(Runnable action) {
        action.run();
        return true;
    }

    private void mark() {
        int index = grid.cursor();
        if (index >= 0) {
            model.toggleMark(model.rows().get(index));
            if (model.rows().get(index) instanceof Row.Line) {
                grid.move(1);
            }
        }
    }

    private void step(int by, boolean marking) {
        int from = grid.cursor();
        if (marking) {
            grid.move(by);
            if (from >= 0) {
                model.markBetween(from, grid.cursor());
            }
        } else {
            grid.go(from + by);
        }
    }

    private void fold(boolean close) {
        int index = grid.cursor();
        if (index >= 0 && model.rows().get(index) instanceof Row.Group group && group.folded() != close) {
            model.toggleFold(group.proposalId());
        }
    }

    /** Letters are taken where they are typed, not where they are pressed: so the letter that begins an edit does not land in it. */
    private void typed(KeyEvent key) {
        if (editing() || key.isShortcutDown() || key.isAltDown() || key.getCharacter().isEmpty()) {
            return;
        }
        char letter = Character.toLowerCase(key.getCharacter().charAt(0));
        boolean used = switch (letter) {
            case 'a' -> then(dialogs::askApproval);
            case 'e' -> then(() -> edit(""));
            case 'r' -> then(dialogs::askRejection);
            case 'z' -> then(dialogs::askSnooze);
            case '?' -> then(dialogs::showKeys);
            case '/' -> then(search::requestFocus);
            case '+', '*', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> then(() -> edit(key.getCharacter()));
            default -> false;
        };
        if (used) {
            key.consume();
        }
    }

    private void pressedInSearch(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            search.clear();
            grid.table().requestFocus();
            key.consume();
        } else if (key.getCode() == KeyCode.DOWN || key.getCode() == KeyCode.ENTER) {
            grid.table().requestFocus();
            key.consume();
        }
    }
}
