import { say } from "@/server/launch/say";
import { connection } from "@/server/store/connection";
import { rebuildRollups } from "@/server/store/rollups/rebuild-rollups";
import { verifyRollups } from "@/server/store/rollups/verify-rollups";

const SAY_EVERY_MS = 2000;
let saidAt = Date.now();
const sayCalls = ({ calls }: { readonly calls: number }) => {
  if (Date.now() - saidAt < SAY_EVERY_MS) return;
  saidAt = Date.now();
  say(`${calls} calls …`);
};

async function verify(): Promise<void> {
  const verification = await verifyRollups(connection().db, sayCalls);
  if (verification === undefined) {
    say("The rollups are not complete: make them with `npm run rollups -- rebuild`.");
    process.exitCode = 1;
    return;
  }
  const { calls, cells, cellsDiffering } = verification;
  const verdict = cellsDiffering === 0 ? "no cell differs" : `${cellsDiffering} cells differ`;
  say(`${calls} calls and all presence counted anew into ${cells} cells: ${verdict}.`);
  if (cellsDiffering === 0) return;
  say("Make them right with `npm run rollups -- rebuild`.");
  process.exitCode = 1;
}

async function rebuild(): Promise<void> {
  const { calls } = await rebuildRollups(connection().db, { onProgress: sayCalls });
  say(`${calls} calls and all presence counted anew.`);
}

const commands = new Map([
  ["verify", verify],
  ["rebuild", rebuild],
]);
const command = commands.get(process.argv[2] ?? "");
if (command === undefined) {
  say(
    "npm run rollups -- verify compares the rollups with calls and presence; npm run rollups -- rebuild makes them anew.",
  );
  process.exitCode = 1;
} else await command();
await connection().close();
