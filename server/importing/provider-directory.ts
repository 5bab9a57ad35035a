import { v5 as uuidFromName } from "uuid";
import type { Database } from "@/drizzle/database";
import { SkillGroupId, UserId } from "@/server/domain/identifiers";
import type { ReportNames } from "@/server/domain/importing/tally";
import type { Instant } from "@/server/domain/instant";
import { nameKey } from "@/server/domain/skill-groups/skill-group";
import type { Directory, ResolvedSkillGroup } from "@/server/importing/record-format";
import {
  addProviderNames,
  findAgentsByEmail,
  findNamedAgents,
  findNamedSkillGroups,
  findSkillGroupTitles,
  type NewNames,
} from "@/server/store/provider-names";

/** The namespace of ids made from a provider's names: the same name gets the same id in every import. */
const NAMESPACE = "6b1f1d5e-3f0b-4c86-9f0e-5a7a7f1c2d44";
const SETTINGS_OF_A_NEW_GROUP = { serviceLevelSeconds: 20, shortAbandonSeconds: 5 };

interface Group {
  readonly title: string;
  readonly settings: ResolvedSkillGroup;
}

type Draft<List> = List extends readonly (infer Item)[] ? Item[] : never;

/**
 * The names of one provider's records. A known alias wins; a new agent's name that is somebody's e-mail
 * address means that person, a new group's name that of a group there is. All others are made.
 */
export class ProviderDirectory implements Directory, ReportNames {
  readonly createdAgents = new Set<string>();
  readonly createdSkillGroups = new Set<string>();
  readonly #provider: string;
  readonly #agents = new Map<string, UserId>();
  readonly #people = new Map<string, UserId>();
  readonly #groups = new Map<string, Group>();
  readonly #groupsByTitle = new Map<string, Group>();
  readonly #titles = new Map<SkillGroupId, string>();
  #newAgents: Draft<NewNames["agents"]> = [];
  #newGroups: Draft<NewNames["skillGroups"]> = [];

  private constructor(provider: string) {
    this.#provider = provider;
  }

  /** What was made since `since` counts as made by this import, which may be resuming. */
  static async load(db: Database, provider: string, since: Instant): Promise<ProviderDirectory> {
    const directory = new ProviderDirectory(provider);
    for (const { name, userId, createdAt } of await findNamedAgents(db, provider)) {
      directory.#agents.set(name, userId);
      if (createdAt >= since && userId === directory.#agentId(name)) directory.createdAgents.add(name);
    }
    for (const { userId, email } of await findAgentsByEmail(db)) directory.#people.set(email, userId);
    for (const group of await findSkillGroupTitles(db))
      directory.#groupsByTitle.set(nameKey(group.title), asGroup(group));
    for (const { name, createdAt, ...group } of await findNamedSkillGroups(db, provider)) {
      directory.#learnGroup(name, asGroup(group));
      const isOurs = createdAt >= since && group.skillGroupId === directory.#groupId(name);
      if (isOurs) directory.createdSkillGroups.add(group.title);
    }
    return directory;
  }

  agent(name: string, title = name): UserId {
    const known = this.#agents.get(name);
    if (known !== undefined) return known;
    const person = this.#people.get(name.toLowerCase());
    const userId = person ?? this.#agentId(name);
    this.#agents.set(name, userId);
    this.#newAgents.push({ name, title, userId, isNew: person === undefined });
    if (person === undefined) this.createdAgents.add(name);
    return userId;
  }

  skillGroup(name: string, title = name): ResolvedSkillGroup {
    const known = this.#groups.get(name);
    if (known !== undefined) return known.settings;
    const present = this.#groupsByTitle.get(nameKey(title));
    const skillGroupId = this.#groupId(name);
    const group = present ?? { title, settings: { skillGroupId, ...SETTINGS_OF_A_NEW_GROUP } };
    this.#learnGroup(name, group);
    this.#newGroups.push({
      name,
      title,
      skillGroupId: group.settings.skillGroupId,
      isNew: present === undefined,
    });
    if (present === undefined) this.createdSkillGroups.add(title);
    return group.settings;
  }

  skillGroupName(id: SkillGroupId): string {
    return this.#titles.get(id) ?? id;
  }

  /** Makes the agents and groups that have been named since the last time. */
  async save(db: Database, at: Instant): Promise<void> {
    if (this.#newAgents.length === 0 && this.#newGroups.length === 0) return;
    const [agents, skillGroups] = [this.#newAgents, this.#newGroups];
    this.#newAgents = [];
    this.#newGroups = [];
    await addProviderNames(db, { provider: this.#provider, at, agents, skillGroups });
  }

  #learnGroup(name: string, group: Group): void {
    this.#groups.set(name, group);
    this.#groupsByTitle.set(nameKey(group.title), group);
    this.#titles.set(group.settings.skillGroupId, group.title);
  }

  #agentId(name: string): UserId {
    return UserId.parse(uuidFromName(`agent\0${this.#provider}\0${name}`, NAMESPACE));
  }

  #groupId(name: string): SkillGroupId {
    return SkillGroupId.parse(uuidFromName(`group\0${this.#provider}\0${name}`, NAMESPACE));
  }
}

function asGroup(group: ResolvedSkillGroup & { readonly title: string }): Group {
  const { title, skillGroupId, serviceLevelSeconds, shortAbandonSeconds } = group;
  return { title, settings: { skillGroupId, serviceLevelSeconds, shortAbandonSeconds } };
}
