import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/**
 * Writes files outside of the project, which go away after the last test of the calling file or group. Call it
 * once at its top: `const writeTemporary = useTemporaryFiles();`
 */
export function useTemporaryFiles(): (content: string | Buffer) => Promise<string> {
  const folders: string[] = [];

  afterAll(async () => {
    for (const folder of folders) await rm(folder, { recursive: true });
  });

  return async (content) => {
    const folder = await mkdtemp(join(tmpdir(), "hotline-import-"));
    folders.push(folder);
    const path = join(folder, "file");
    await writeFile(path, content);
    return path;
  };
}
