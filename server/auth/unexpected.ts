import type { LoggerInstance } from "next-auth";
import { unexpectedFaultWord } from "@/server/domain/people/sign-in-fault";
import { log, logUnexpected } from "@/server/log";

/**
 * What a step of a sign-in answers. Where it fails as nobody foresaw, the error thrown says only where to
 * look: next-auth puts the messages of errors into addresses.
 */
export async function foreseen<Value>(step: () => Promise<Value>): Promise<Value> {
  try {
    return await step();
  } catch (error) {
    throw new Error(unexpectedFaultWord(logUnexpected(error)));
  }
}

/** What next-auth has to say, without what it says of the provider's settings, which hold its secret. */
export const authLog: LoggerInstance = {
  error: (code, metadata) => void logUnexpected("error" in metadata ? metadata.error : metadata, { code }),
  warn: (code) => log().warn({ code }),
  debug: (code) => log().debug({ code }),
};
