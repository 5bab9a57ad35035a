import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { connect } from "@/drizzle/database";
import { createAdmin, NewAdmin } from "@/server/commands/people/create-admin";
import type { Refusal } from "@/server/domain/refusal";
import { env } from "@/server/env";
import { CannotLaunch } from "@/server/launch/cannot-launch";
import { say } from "@/server/launch/say";

const usage = 'npm run create-admin -- --email sam@example.com --name "Sam Okafor"';

const weaknesses: Record<string, string> = {
  short: "use at least 12 characters",
  long: "use at most 128 characters",
  monotonous: "use more different characters",
  popular: "it is among the first that are tried",
  personal: "leave the name and the e-mail address out of it",
};

function readArguments() {
  try {
    const { values } = parseArgs({ options: { email: { type: "string" }, name: { type: "string" } } });
    return values;
  } catch {
    throw new CannotLaunch(`Usage: ${usage}`);
  }
}

/** Typed without showing it; or the first line of what is piped in. */
async function readPassword(): Promise<string> {
  if (!process.stdin.isTTY) return (await text(process.stdin)).split(/\r?\n/)[0] ?? "";
  const silent = new Writable({ write: (_chunk, _encoding, written) => written() });
  const prompt = createInterface({ input: process.stdin, output: silent, terminal: true });
  process.stdout.write("Password (at least 12 characters, not shown): ");
  const password = await prompt.question("");
  prompt.close();
  say("");
  return password;
}

function sentence({ reason, details }: Refusal): string {
  if (reason === "email_taken") return `Somebody already has the e-mail address ${details["email"]}.`;
  return `This password is too weak: ${weaknesses[String(details["fault"])]}.`;
}

async function main(): Promise<void> {
  const admin = NewAdmin.omit({ password: true }).safeParse(readArguments());
  if (!admin.success) throw new CannotLaunch(`A name and an e-mail address are needed: ${usage}`);
  const password = await readPassword();
  const { db, close } = connect(env().DATABASE_URL ?? "", {
    max: 1,
    applicationName: "hotline create-admin",
  });
  try {
    const made = await createAdmin({ db, now: Date.now }, { ...admin.data, password });
    if (!made.ok) throw new CannotLaunch(`${sentence(made)} Nothing was changed.`);
    say(`${admin.data.name} can sign in as ${admin.data.email}.`);
  } finally {
    await close();
  }
}

await main();
