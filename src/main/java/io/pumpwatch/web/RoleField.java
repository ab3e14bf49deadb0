package io.pumpwatch.web;

import io.pumpwatch.station.Nearest;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Role;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Roles in the body of an act, by the words that the API has for them. */
final class RoleField {
    private RoleField() {}

    /** All roles that the field names; a fault names the nearest that there is. */
    static Set<Role> of(Fields fields, String name) throws RequestFault {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Map<String, Role> known = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            known.put(Wire.word(role), role);
        }
        for (String text : fields.texts(name, "form.roles")) {
            Role role = known.get(text);
            if (role == null) {
                String words = String.join(", ", known.keySet());
                Refusal refusal = Refusal.of("role.unknown", "role", Fields.shown(text), "known", words);
                throw new RequestFault(400, refusal, name, Nearest.of(text, known.keySet()));
            }
            roles.add(role);
        }
        return roles;
    }
}
