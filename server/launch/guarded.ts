import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";

/**
 * Runs the command "$@" and passes on its exit code. When pipe 3 is closed, by this process or because this
 * process is no more, the command is sent the signal $0.
 */
const guard =
  '"$@" 3<&- & command=$!; (read -r _ <&3; kill -s "$0" $command) & guard=$!; ' +
  "wait $command; code=$?; kill $guard 2>/dev/null; exit $code";

export interface GuardedCommand {
  readonly command: readonly string[];
  /** What asks the command to end. */
  readonly signal: "INT" | "TERM";
  /** Where it prints. */
  readonly output: "pipe" | number;
  readonly options: Pick<SpawnOptions, "cwd" | "env" | "gid" | "uid">;
}

/**
 * Starts a command in a session of its own, where a Ctrl-C at the terminal does not reach it: it ends when
 * this process says so (`release`), and never outlives this process, not even one that was killed.
 */
export function startGuarded({ command, signal, output, options }: GuardedCommand): ChildProcess {
  return spawn("/bin/sh", ["-c", guard, signal, ...command], {
    ...options,
    detached: true,
    stdio: ["ignore", output, output, "pipe"],
  });
}

/** Has the command sent its signal. */
export function release(guarded: ChildProcess): void {
  guarded.stdio[3]?.destroy();
}
