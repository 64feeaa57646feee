package org.orderbench.update;

import java.net.URI;

/** What a look for a newer version found. */
public sealed interface UpdateStatus {

    /** There is none: the newest that is announced is this one or older. */
    record Current(Release newest) implements UpdateStatus {}

    /**
     * There is one, and its announcement bears the publisher's signature.
     *
     * @param page    where a person can read about it and fetch it; https
     * @param summary what it brings, one plain line; may be empty
     */
    record Newer(Release version, URI page, String summary) implements UpdateStatus {}

    /** It can't be told, and nothing that was received is believed. */
    record Unknown(String reason) implements UpdateStatus {}
}
