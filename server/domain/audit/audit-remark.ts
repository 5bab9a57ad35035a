import { z } from "zod";

const Remarks = z.object({
  reason: z.string().optional().catch(undefined),
  comment: z.string().optional().catch(undefined),
  name: z.string().optional().catch(undefined),
  fileName: z.string().optional().catch(undefined),
});

/** What a person said about their deed, or else the name that the thing had: all that a list shows of details. */
export function auditRemark(details: Record<string, unknown>): string | null {
  const { reason, comment, name, fileName } = Remarks.parse(details);
  return reason ?? comment ?? name ?? fileName ?? null;
}
