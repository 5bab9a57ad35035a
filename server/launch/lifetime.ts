import { BadSettings } from "@/server/env";
import { CannotLaunch } from "@/server/launch/cannot-launch";
import { complain } from "@/server/launch/say";

interface Stoppable {
  stop(): Promise<void>;
}

/** What a command has started so far, to be stopped in reverse order however the command ends. */
export class Lifetime {
  readonly #started: Stoppable[] = [];

  keep<Started extends Stoppable>(started: Started): Started {
    this.#started.push(started);
    return started;
  }

  async end(): Promise<void> {
    for (let last = this.#started.pop(); last; last = this.#started.pop()) await last.stop();
  }
}

interface CommandOptions {
  /** The exit code after a signal: 0 for a command that runs until it is stopped. */
  readonly codeWhenStopped: number;
}

/**
 * Runs a command to its end, or until a signal asks it to stop; stops what it has started; exits, with 1 and
 * a sentence when it failed.
 */
export async function runCommand(
  command: (lifetime: Lifetime) => Promise<void>,
  { codeWhenStopped }: CommandOptions,
): Promise<never> {
  const lifetime = new Lifetime();
  const stopped = askedToStop().then(() => {
    process.exitCode = codeWhenStopped;
  });
  try {
    await Promise.race([command(lifetime), stopped]);
  } catch (error) {
    process.exitCode = 1;
    complain(sentenceOf(error));
  }
  await lifetime.end();
  process.exit();
}

/** Signals that come while things are being stopped change nothing: what is stopping is stopping. */
function askedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve());
  });
}

function sentenceOf(error: unknown): string {
  if (error instanceof CannotLaunch || error instanceof BadSettings) return error.message;
  if (!(error instanceof Error)) return String(error);
  const denied = "code" in error && (error.code === "EACCES" || error.code === "EPERM");
  if (!denied) return error.stack ?? error.message;
  return `${error.message}. The file belongs to another account: run the command as that account, or give Hotline a data folder of its own with HOTLINE_DATA.`;
}
