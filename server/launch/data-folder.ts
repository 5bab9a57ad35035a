import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";

/** Others may pass through it (the database's account has to) but see nothing: each file guards itself. */
export async function makeDataFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o711 });
}

/** The random secret in `file`, which only its owner may read; made when absent. */
export async function keptSecret(file: string): Promise<string> {
  if (!existsSync(file)) await writeFile(file, randomBytes(32).toString("hex"), { mode: 0o600 });
  return await readFile(file, "utf8");
}
