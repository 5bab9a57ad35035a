import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { environmentWith } from "@/server/env";
import { release, startGuarded } from "@/server/launch/guarded";

export interface ChildPlan {
  /** What people call it. */
  readonly name: string;
  /** Arguments of Node.js: a script and what it is given. */
  readonly script: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

export interface Child {
  readonly name: string;
  /** Settles with its exit code. */
  readonly ended: Promise<number>;
  /** What it has printed so far. */
  printed(): string;
  /** From now on what it prints is printed here. */
  print(): void;
  /** Asks it to end, and ends it when it does not. */
  stop(): Promise<void>;
}

const patienceMs = 10_000;

/** Starts one of the product's own Node.js processes. */
export function startChild({ name, script, environment }: ChildPlan): Child {
  const child = startGuarded({
    command: [process.execPath, ...script],
    signal: "TERM",
    output: "pipe",
    options: { env: environmentWith(environment) },
  });
  const ended = once(child, "exit").then(([code]) => Number(code));
  const printed: string[] = [];
  const keep = (chunk: Buffer) => void printed.push(String(chunk));
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);

  function print(): void {
    child.stdout?.off("data", keep).pipe(process.stdout);
    child.stderr?.off("data", keep).pipe(process.stderr);
  }
  return { name, ended, printed: () => printed.join(""), print, stop: () => stopProcess(child, ended) };
}

/** Starts a program of another maker, which prints where this process does. */
export function startTool(
  command: readonly string[],
  environment: Readonly<Record<string, string>>,
): Pick<Child, "ended" | "stop"> {
  const options = { env: environmentWith(environment) };
  const tool = startGuarded({ command, signal: "TERM", output: process.stdout.fd, options });
  const ended = once(tool, "exit").then(([code]) => Number(code));
  return { ended, stop: () => stopProcess(tool, ended) };
}

async function stopProcess(child: ChildProcess, ended: Promise<number>): Promise<void> {
  release(child);
  const last = setTimeout(() => child.pid && process.kill(-child.pid, "SIGKILL"), patienceMs);
  await ended;
  clearTimeout(last);
}
