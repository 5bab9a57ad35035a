import { format, stripVTControlCharacters } from "node:util";
import { log, logUnexpected } from "@/server/log";

interface RequestFacts {
  readonly method: string | undefined;
  readonly path: string | undefined;
}

/**
 * Next.js tells only the console what broke while a page was rendered. From here on the console writes to
 * the log: an error stands there under the id that Next.js shows on the page.
 */
export function consoleToLog(currentRequest: () => RequestFacts | undefined): void {
  const textOf = (said: unknown[]) => stripVTControlCharacters(format(...said)).trim();
  Object.assign(console, {
    error(...said: unknown[]): void {
      const error = said.find((one) => one instanceof Error);
      if (error) logUnexpected(error, { errorId: digestOf(error), ...currentRequest() });
      else log().error(currentRequest() ?? {}, textOf(said));
    },
    warn: (...said: unknown[]) => log().warn(textOf(said)),
    log: (...said: unknown[]) => log().info(textOf(said)),
  });
}

function digestOf(error: Error): string | undefined {
  return "digest" in error && typeof error.digest === "string" ? error.digest : undefined;
}
