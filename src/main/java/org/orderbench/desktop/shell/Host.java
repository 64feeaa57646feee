package org.orderbench.desktop.shell;

import java.util.function.Consumer;
import org.orderbench.desktop.common.Job;
import org.orderbench.desktop.common.Look;

/** What the shell may ask of the program around its window. Called on the window thread. */
public interface Host {

    /** Opens an address in the user's browser. */
    void browse(String address);

    /** Tells the user on the desktop how a long job ended, unless the window is what they look at. */
    void tell(String text);

    /** Runs something when what was just shown is on the screen. */
    void whenDrawn(Runnable work);

    /** Runs something when the user rests: whoever goes from line to line must not wait for what is shown of each. Of several only the last is run. */
    void whenRested(Runnable work);

    Look look();

    /** Turns to another look and remembers it. Another language makes the whole window anew. */
    void turn(Look look);

    /** Makes the window anew, because the connection changed. */
    void reopen();

    /** Prepares the demo company, on a background thread. */
    Job demo();

    /** Shows the demo that was prepared, in place of the profile. */
    void enterDemo();

    /** Whether {@link #leaveDemo} leads back to a profile. */
    boolean inDemo();

    void leaveDemo();

    /** For pictures and tests: nothing leaves the window. */
    static Host none() {
        return none(text -> {}, address -> {});
    }

    /**
     * @param told    hears what would be told on the desktop
     * @param browsed hears which addresses would be opened
     */
    static Host none(Consumer<String> told, Consumer<String> browsed) {
        return new Host() {
            @Override
            public void browse(String address) {
                browsed.accept(address);
            }

            @Override
            public void tell(String text) {
                told.accept(text);
            }

            @Override
            public void whenDrawn(Runnable work) {
                work.run();
            }

            @Override
            public void whenRested(Runnable work) {
                work.run();
            }

            @Override
            public Look look() {
                return Look.USUAL;
            }

            @Override
            public void turn(Look look) {}

            @Override
            public void reopen() {}

            @Override
            public Job demo() {
                return progress -> "";
            }

            @Override
            public void enterDemo() {}

            @Override
            public boolean inDemo() {
                return false;
            }

            @Override
            public void leaveDemo() {}
        };
    }
}
