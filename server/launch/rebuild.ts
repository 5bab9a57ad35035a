import { say } from "@/server/launch/say";
import { rebuildCalls } from "@/server/store/calls/rebuild-calls";
import { connection } from "@/server/store/connection";

/** Folds all calls anew from their events. */
const SAY_EVERY_MS = 2000;
let saidAt = Date.now();
const { calls, rowsDiffering } = await rebuildCalls(connection().db, (progress) => {
  if (Date.now() - saidAt < SAY_EVERY_MS) return;
  saidAt = Date.now();
  say(`${progress.calls} calls …`);
});
const verdict = rowsDiffering === 0 ? "no row differed" : `${rowsDiffering} rows differed and were put right`;
say(`${calls} calls folded anew from their events: ${verdict}.`);
await connection().close();
