import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { importTable, type Part, pureParts, sourceFolders } from "@/server/testing/import-table";
import { readSource, type SourceCode } from "@/server/testing/source-code";

/** Source files by path without ending, as imports name them. */
export type Sources = ReadonlyMap<string, SourceCode>;

const sourceEnding = /\.(?:ts|tsx|mjs)$/;
const testEnding = /(?:\.db)?\.(?:test|spec)$/;

/** Every source file of the project. */
export function projectSources(): Sources {
  const files = sourceFolders.filter(existsSync).flatMap(filesUnder);
  return new Map(files.map((file) => [moduleOf(file), readSource(file, readFileSync(file, "utf8"))]));
}

function filesUnder(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return entries.filter((entry) => sourceEnding.test(entry)).map((entry) => join(folder, entry));
}

function moduleOf(file: string): string {
  return file.replace(sourceEnding, "");
}

/** Each import that the table does not allow, as a sentence. */
export function forbiddenImports(sources: Sources): string[] {
  return [...sources].flatMap(([module, { imports }]) => {
    const part = partOf(module);
    if (part === undefined) return [`${module} belongs to no part of the import table`];
    return imports
      .filter((specifier) => !isAllowed(module, part, specifier))
      .map((specifier) => `${module} (${part.path}) may not import ${specifier}`);
  });
}

/** A test belongs where its subject does. */
function partOf(module: string): Part | undefined {
  const subject = module.replace(testEnding, "");
  const holders = importTable.filter(({ path }) => subject === path || subject.startsWith(`${path}/`));
  return holders.sort((a, b) => b.path.length - a.path.length)[0];
}

function isAllowed(module: string, part: Part, specifier: string): boolean {
  const isTest = testEnding.test(module);
  if (part.mayImport === "anything" || (isTest && !isPure(module))) return true;
  const target = ownModule(module, specifier);
  if (target === undefined) {
    return isTest || part.packages === undefined || part.packages.includes(packageOf(specifier));
  }
  const targetPart = partOf(target);
  if (targetPart === undefined) return false;
  return targetPart === part || part.mayImport.includes(targetPart.path);
}

function isPure(module: string): boolean {
  return pureParts.some((path) => module.startsWith(`${path}/`));
}

/** The project's own module that `specifier` names in `module`; undefined when it names a package. */
function ownModule(module: string, specifier: string): string | undefined {
  if (specifier.startsWith("@/")) return moduleOf(specifier.slice(2));
  return specifier.startsWith(".") ? moduleOf(join(dirname(module), specifier)) : undefined;
}

function packageOf(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}

/** Each ring of files that import one another, as `a → b → a`. Imports of types count. */
export function importCycles(sources: Sources): string[] {
  const cycles: string[] = [];
  const settled = new Set<string>();

  function visit(module: string, trail: readonly string[]): void {
    const seenAt = trail.indexOf(module);
    if (seenAt >= 0) cycles.push([...trail.slice(seenAt), module].join(" → "));
    if (seenAt >= 0 || settled.has(module)) return;
    for (const specifier of sources.get(module)?.imports ?? []) {
      const target = ownModule(module, specifier);
      if (target !== undefined) visit(target, [...trail, module]);
    }
    settled.add(module);
  }

  for (const module of sources.keys()) visit(module, []);
  return cycles;
}

/** Each function of the domain that others may call and that does not say what it means. */
export function undocumented(sources: Sources): string[] {
  return [...sources]
    .filter(([module]) => module.startsWith("server/domain/") && !testEnding.test(module))
    .flatMap(([module, source]) => source.undocumented.map((name) => `${module}: ${name}`));
}

/** Each use of clock, chance or process in a part whose results follow from its arguments alone. */
export function impurities(sources: Sources): string[] {
  return [...sources]
    .filter(([module]) => isPure(module) && !testEnding.test(module))
    .flatMap(([module, source]) => source.impurities.map((use) => `${module} uses ${use}`));
}
