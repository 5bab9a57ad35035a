import type { Instant } from "@/server/domain/instant";

/** One line of a queue_log. `data` is what follows the event, without meaning of its own. */
export interface LogLine {
  readonly at: Instant;
  readonly callId: string;
  readonly queue: string;
  readonly agent: string;
  readonly event: string;
  readonly data: readonly string[];
  readonly lineNumber: number;
  readonly text: string;
}
