import type { EditorValue } from "@/app/(console)/rules/drafts/[draftId]/editor-context";
import type { Finding } from "@/server/domain/routing/analysis/finding";

/** What the overview and its parts draw: given to them, since a context would look for its readers in every row. */
export interface OverviewPartProps {
  /** As it was a moment ago, while more is typed: hundreds of rules are drawn when the typing lets them. */
  editor: EditorValue;
  findings: readonly Finding[];
}
