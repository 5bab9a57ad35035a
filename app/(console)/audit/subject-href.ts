/** The page of what an entry is about, if it has one. */
export function subjectHref(subject: string, id: string) {
  const part = encodeURIComponent(id);
  switch (subject) {
    case "call":
      return `/calls/${part}` as const;
    case "person":
    case "user":
      return `/people/${part}` as const;
    case "skillGroup":
      return `/skill-groups/${part}` as const;
    case "ruleSet":
      return `/rules/versions/${part}` as const;
    case "ruleSetDraft":
      return `/rules/drafts/${part}` as const;
    case "import":
      return `/imports/${part}` as const;
    default:
      return null;
  }
}
