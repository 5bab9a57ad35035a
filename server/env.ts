import { z } from "zod";

const Flag = z
  .enum(["true", "false"], "must be true or false")
  .default("false")
  .transform((value) => value === "true");

const Settings = z
  .object({
    NODE_ENV: z.enum(["development", "test", "production"]).default("production"),
    /** A PostgreSQL server; without it `npm start` runs the embedded one. */
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgres:// address" }).optional(),
    PORT: z.coerce.number("must be a number").int().min(1).max(65_535).default(3000),
    /** The address people type; cookies are Secure when it is https. */
    NEXTAUTH_URL: z.url("must be an http(s) address").optional(),
    NEXTAUTH_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
    /** Demo mode seeds plausible traffic and creates demo accounts. */
    HOTLINE_DEMO: Flag.default(false),
    /** Where the embedded database, secrets and uploads live. */
    HOTLINE_DATA: z.string().min(1).default(".hotline"),
    HOTLINE_TIME_ZONE: z.string().min(1).default("Asia/Shanghai"),
    /** Numbers written without a country are read as this one's (ISO 3166-1). */
    HOTLINE_COUNTRY: z
      .string()
      .regex(/^[A-Z]{2}$/, "must be a country code of two capital letters")
      .default("CN"),
    LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
    OIDC_ISSUER: z.url("must be an https address").optional(),
    OIDC_CLIENT_ID: z.string().min(1).optional(),
    OIDC_CLIENT_SECRET: z.string().min(1).optional(),
    OIDC_NAME: z.string().min(1).default("Single sign-on"),
  })
  .refine((settings) => !settings.OIDC_ISSUER || (settings.OIDC_CLIENT_ID && settings.OIDC_CLIENT_SECRET), {
    path: ["OIDC_ISSUER"],
    message: "needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET beside it",
  });

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

/** The process's settings, parsed once. */
export function env(): Settings {
  settings ??= parseSettings(process.env);
  return settings;
}
