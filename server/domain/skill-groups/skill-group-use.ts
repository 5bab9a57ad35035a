/** A place where a skill group is used, which keeps it from being archived. */
export type SkillGroupUse =
  | { readonly kind: "calls"; readonly count: number }
  | { readonly kind: "version"; readonly number: number }
  | { readonly kind: "draft"; readonly name: string }
  | {
      readonly kind: "savedView";
      readonly page: "calls" | "dashboards";
      readonly ownerName: string;
      /** Null where its owner keeps it to themselves. */
      readonly name: string | null;
    };

/** What a refusal says about the places where a group is used. */
export function detailsOfUses(uses: readonly SkillGroupUse[]) {
  const views = uses.filter((use) => use.kind === "savedView");
  return {
    calls: uses.reduce((total, use) => total + (use.kind === "calls" ? use.count : 0), 0),
    rules: uses.filter(({ kind }) => kind === "version" || kind === "draft").length,
    views: views.length,
    owners: [...new Set(views.map(({ ownerName }) => ownerName))].join(", "),
  };
}
