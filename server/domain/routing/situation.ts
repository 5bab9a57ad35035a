import type { SkillGroupId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import { type CallFacts, emptyGroup, type GroupFacts } from "@/server/domain/routing/facts";
import type { Floor, GroupOnFloor } from "@/server/domain/routing/floor";
import { type GroupSettings, usualSettings } from "@/server/domain/routing/group-settings";
import { isOpenAt, type LocalClock, localClock } from "@/server/domain/routing/opening-hours";

/** All that a condition can ask about, at one instant. What costs something is looked up once, when it is asked. */
export class Situation {
  readonly call: CallFacts;
  readonly now: Instant;
  readonly #groups: ReadonlyMap<SkillGroupId, GroupOnFloor>;
  readonly #timeZone: string;
  #clock: LocalClock | undefined;
  readonly #isOpen = new Map<SkillGroupId, boolean>();

  constructor(known: {
    readonly call: CallFacts;
    readonly floor: Pick<Floor, "groups">;
    readonly timeZone: string;
    readonly now: Instant;
  }) {
    this.call = known.call;
    this.now = known.now;
    this.#groups = new Map(known.floor.groups.map((group) => [group.facts.skillGroupId, group]));
    this.#timeZone = known.timeZone;
  }

  /** The clock of the rule set. */
  clock(): LocalClock {
    this.#clock ??= localClock(this.now, this.#timeZone);
    return this.#clock;
  }

  /** A group of which nothing is known has nobody there and nobody waiting. */
  group(skillGroupId: SkillGroupId): GroupFacts {
    return this.#groups.get(skillGroupId)?.facts ?? emptyGroup(skillGroupId);
  }

  /** A group of which nothing is known never closes and has no limits. */
  settings(skillGroupId: SkillGroupId): GroupSettings {
    return this.#groups.get(skillGroupId)?.settings ?? usualSettings(skillGroupId);
  }

  isOpen(skillGroupId: SkillGroupId): boolean {
    const known = this.#isOpen.get(skillGroupId);
    if (known !== undefined) return known;
    const isOpen = isOpenAt(this.settings(skillGroupId).hours, this.now);
    this.#isOpen.set(skillGroupId, isOpen);
    return isOpen;
  }
}
