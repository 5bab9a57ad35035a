import packageJson from "@/package.json" with { type: "json" };
import { demoAccounts, demoPassword } from "@/server/domain/people/demo-accounts";
import { env, type Settings } from "@/server/env";
import { CannotLaunch } from "@/server/launch/cannot-launch";
import type { Child } from "@/server/launch/child";
import { type OpenDatabase, startDatabase } from "@/server/launch/database";
import { isPortFree } from "@/server/launch/free-port";
import { type Lifetime, runCommand } from "@/server/launch/lifetime";
import { bringUp } from "@/server/launch/product";
import { say } from "@/server/launch/say";
import type { WebPlan } from "@/server/launch/web";

/** Brings the product up, layer by layer, and keeps it up until it is asked to stop. */
async function start(lifetime: Lifetime): Promise<void> {
  const settings = env();
  const plan = webPlan(settings);
  await refuseTakenPort(plan);
  const database = lifetime.keep(await startDatabase(settings));
  const children = await bringUp(lifetime, { settings, database, plan });
  announce(settings, plan);
  for (const child of children) child.print();
  await firstToEnd(database, children);
}

function webPlan(settings: Settings): WebPlan {
  return {
    mode: process.argv.includes("--dev") ? "development" : "production",
    // Demo accounts have known passwords: they are for this machine unless someone says otherwise.
    host: settings.HOTLINE_HOST ?? (settings.HOTLINE_DEMO ? "127.0.0.1" : "::"),
    port: settings.PORT,
  };
}

async function refuseTakenPort({ port, host }: WebPlan): Promise<void> {
  if (await isPortFree(port, host)) return;
  throw new CannotLaunch(
    `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start.`,
  );
}

function announce(settings: Settings, { port }: WebPlan): void {
  say(`\nHotline ${packageJson.version} is ready: ${settings.NEXTAUTH_URL ?? `http://localhost:${port}`}\n`);
  if (settings.HOTLINE_DEMO) {
    say(`This is a demo. Sign in with the password ${demoPassword} as`);
    for (const { email } of demoAccounts) say(`  ${email}`);
  } else {
    say("The first admin is made by: npm run create-admin");
  }
  say("\nStop it with Ctrl-C.");
}

/** None of them ends by itself, or is started again when it does: the first that is over brings the others down. */
async function firstToEnd(database: OpenDatabase, children: readonly Child[]): Promise<never> {
  const name = await Promise.race([
    database.ended.then(() => "the database"),
    ...children.map((child) => child.ended.then((how) => `${child.name} (${how})`)),
  ]);
  throw new CannotLaunch(`Hotline has stopped because ${name} ended unexpectedly. Start it again.`);
}

await runCommand(start, { codeWhenStopped: 0 });
