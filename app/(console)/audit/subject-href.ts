import type { Route } from "next";

/** The page of what an entry is about, if it has one. */
export function subjectHref(subject: string, id: string): Route | null {
  const part = encodeURIComponent(id);
  switch (subject) {
    case "call":
      return `/calls/${part}`;
    case "person":
    case "user":
      return `/people/${part}`;
    case "skillGroup":
      return `/skill-groups/${part}`;
    case "ruleSet":
      return `/rules/versions/${part}`;
    case "ruleSetDraft":
      return `/rules/drafts/${part}`;
    case "import":
      return `/imports/${part}`;
    default:
      return null;
  }
}
