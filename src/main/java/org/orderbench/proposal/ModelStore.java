package org.orderbench.proposal;

import java.util.Optional;

/** Where what was learned of the whole catalogue is kept between two plans. Implemented by the cache. */
public interface ModelStore {

    void keep(CatalogueModel model);

    /** Empty when nothing was learned yet, or by a version that this one does not understand. */
    Optional<CatalogueModel> latest();
}
