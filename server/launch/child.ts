import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { environmentWith } from "@/server/env";

export interface ChildPlan {
  /** What people call it. */
  readonly name: string;
  /** Arguments of Node.js: a script and what it is given. */
  readonly script: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

export interface Child {
  readonly name: string;
  /** How it ended: the exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  /** What it has printed so far. */
  printed(): string;
  /** From now on what it prints is printed here. */
  print(): void;
  /** Asks it to end, and ends it when it does not. */
  stop(): Promise<void>;
}

const endsWithParent = fileURLToPath(new URL("end-with-parent.mjs", import.meta.url));
const patienceMs = 10_000;

/**
 * Starts a Node.js process in a session of its own, where a Ctrl-C at the terminal does not reach it: this
 * process decides in which order things stop. It ends by itself when this process is no more.
 */
export function startChild({ name, script, environment }: ChildPlan): Child {
  const child = spawn(process.execPath, ["--import", endsWithParent, ...script], {
    detached: true,
    env: environmentWith(environment),
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const ended = once(child, "exit").then(([code, signal]) => code ?? signal);
  const printed: string[] = [];
  const keep = (chunk: Buffer) => void printed.push(String(chunk));
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);

  function print(): void {
    child.stdout?.off("data", keep).pipe(process.stdout);
    child.stderr?.off("data", keep).pipe(process.stderr);
  }
  async function stop(): Promise<void> {
    child.kill("SIGTERM");
    const last = setTimeout(() => child.kill("SIGKILL"), patienceMs);
    await ended;
    clearTimeout(last);
  }
  return { name, ended, printed: () => printed.join(""), print, stop };
}
