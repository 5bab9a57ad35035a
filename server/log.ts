import { randomInt } from "node:crypto";
import { type DestinationStream, destination, type Logger, pino, stdSerializers } from "pino";
import { env } from "@/server/env";

/** What is never written down, wherever in a line it turns up. */
const secrets = ["authorization", "cookie", "password", "passwordHash", "secret", "token"];

/** Without the letters that are taken for digits. */
const idLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const standardError = 2;

let own: Logger | undefined;

/** The process's log: JSON lines on standard error, from LOG_LEVEL on. */
export function log(): Logger {
  own ??= logTo(destination({ fd: standardError, sync: true }));
  return own;
}

/** The same log, written to `stream`. */
export function logTo(stream: DestinationStream): Logger {
  const options = {
    level: env().LOG_LEVEL,
    base: { pid: process.pid },
    serializers: { err: describe },
    redact: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
  };
  return pino(options, stream);
}

interface Occasion {
  /** The id that people have been told already. */
  readonly errorId?: string | undefined;
  readonly [fact: string]: unknown;
}

/** Writes down what nobody foresaw; answers the id under which it is found again, which people can quote. */
export function logUnexpected(error: unknown, occasion: Occasion = {}, to = log()): string {
  const { errorId = newErrorId(), ...facts } = occasion;
  const err = error instanceof Error ? error : new Error(String(error));
  // Without a message of ours pino would take the error's, values given to SQL and all.
  to.error({ errorId, ...facts, err }, "unexpected error");
  return errorId;
}

/** Like 7K3F-92QM: short enough to be read out on the telephone. */
export function newErrorId(): string {
  const letters = Array.from({ length: 8 }, () => idLetters[randomInt(idLetters.length)]).join("");
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

interface Cause extends Error {
  readonly code?: unknown;
  readonly params?: unknown;
}

/** The values given to SQL belong to customers and staff; the log keeps only the SQL. */
function describe(error: Error): object {
  const { type, message, stack } = stdSerializers.err(error);
  const chain = causes(error);
  const values = chain.flatMap(({ params }) => (Array.isArray(params) ? [`params: ${params}`] : []));
  const bare = (text: string) => values.reduce((left, value) => left.replaceAll(value, "params: …"), text);
  const code = chain.findLast((cause) => cause.code !== undefined)?.code;
  return { type, code, message: bare(message), stack: bare(stack) };
}

function causes(error: unknown): Cause[] {
  return error instanceof Error ? [error, ...causes(error.cause)] : [];
}
