import { defineCommand } from "@/server/commands/command";
import { Preferences } from "@/server/domain/people/preferences";
import { done } from "@/server/domain/refusal";
import { updateUser } from "@/server/store/users";

/** Keeps the language, time zone and appearance that a person chose, for every browser they use. */
export const changePreferences = defineCommand({
  needs: "profile:edit",
  input: Preferences.partial(),
  async run({ tx, actor, audit }, change) {
    if (Object.keys(change).length === 0) return done(null);
    await updateUser(tx, actor.userId, change);
    const entry = { action: "profile.preferencesChanged", subject: "person", subjectId: actor.userId };
    await audit({ ...entry, details: change });
    return done(null);
  },
});
