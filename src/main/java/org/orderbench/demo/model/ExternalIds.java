package org.orderbench.demo.model;

import java.util.List;
import org.orderbench.demo.orm.Database;
import org.orderbench.demo.orm.OdooError;
import org.orderbench.demo.orm.XmlId;

/** {@code ir.model.data}: a plain user may not read it, but may ask what one external ID names. */
final class ExternalIds {

    private ExternalIds() {}

    static void install(Database database) {
        database.model("ir.model.data").on("check_object_reference", "module, xml_id, raise_on_access_error?", (env, self, in) -> {
            String name = in.text("module") + "." + in.text("xml_id");
            XmlId target = env.database().noted(name);
            if (target == null) {
                throw OdooError.value("External ID not found in the system: " + name);
            }
            boolean exists = env.search(target.model(), List.of(List.of("id", "=", target.id()))).length > 0;
            return List.of(target.model(), exists ? (Object) target.id() : false);
        });
    }
}
