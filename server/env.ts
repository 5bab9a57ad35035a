import { existsSync } from "node:fs";
import { z } from "zod";
import { TimeZone } from "@/server/domain/time-zone";

const Flag = z.enum(["true", "false"], "must be true or false").transform((value) => value === "true");

const Names = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("production"),
  /** A PostgreSQL server; without it `npm start` runs the embedded one. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgres:// address" }).optional(),
  PORT: z.coerce.number("must be a number").int().min(1).max(65_535).default(3000),
  /** The interface listened on; in demo mode only this machine unless said otherwise. */
  HOTLINE_HOST: z.string().min(1).optional(),
  /** Whether a proxy in front writes the x-forwarded headers; from anybody else they are ignored. */
  HOTLINE_BEHIND_PROXY: Flag.optional(),
  /** The address people type; cookies are Secure when it is https. */
  NEXTAUTH_URL: z.url({ protocol: /^https?$/, error: "must be an http(s) address" }).optional(),
  NEXTAUTH_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  /** Demo mode seeds plausible traffic and creates demo accounts; without a word, the embedded database has it. */
  HOTLINE_DEMO: Flag.optional(),
  /** Where the embedded database, secrets and uploads live. */
  HOTLINE_DATA: z.string().min(1).default(".hotline"),
  HOTLINE_TIME_ZONE: TimeZone.default("Asia/Shanghai"),
  /** Numbers written without a country are read as this one's (ISO 3166-1). */
  HOTLINE_COUNTRY: z
    .string()
    .regex(/^[A-Z]{2}$/, "must be a country code of two capital letters")
    .default("CN"),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: "must be an http(s) address" }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).default("Single sign-on"),
});

/** Every setting there is, as .env.example lists them. */
export const settingNames = Object.keys(Names.shape);

/** None of them is of use without the others. */
const singleSignOn = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;

const Settings = Names.superRefine((settings, context) => {
  const given = singleSignOn.filter((name) => settings[name] !== undefined);
  const missing = singleSignOn.filter((name) => settings[name] === undefined);
  if (given.length === 0 || missing.length === 0) return;
  const message =
    given.length > 1 ? `need ${missing[0]} beside them` : `needs ${missing.join(" and ")} beside it`;
  context.addIssue({ code: "custom", path: [given.join(" and ")], message });
}).transform((settings) => ({
  ...settings,
  HOTLINE_DEMO: settings.HOTLINE_DEMO ?? settings.DATABASE_URL === undefined,
}));

export type Settings = z.infer<typeof Settings>;

/** Thrown at start when a setting cannot be used; the message names it and says what to do. */
export class BadSettings extends Error {
  override name = "BadSettings";
}

/** Reads settings from `source`; an empty value counts as absent. Throws `BadSettings`. */
export function parseSettings(source: Record<string, string | undefined>): Settings {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = Settings.safeParse(present);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  throw new BadSettings(`Hotline cannot start: ${faults.join("; ")}. See .env.example.`);
}

let settings: Settings | undefined;

/** The process's settings, parsed once; what the environment leaves open is read from the file `.env`. */
export function env(): Settings {
  if (settings === undefined && existsSync(".env")) process.loadEnvFile(".env");
  settings ??= parseSettings(process.env);
  return settings;
}

/** The environment of this process with `changes`, for the processes that it starts. */
export function environmentWith(changes: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...changes };
}

/** Settles, for this process, settings that were found out while it started. */
export function provideSettings(changes: Record<string, string>): void {
  Object.assign(process.env, changes);
  settings = undefined;
}

/** Whether a build server runs this, as build servers say themselves. */
export function isContinuousIntegration(): boolean {
  return Boolean(process.env["CI"]);
}
