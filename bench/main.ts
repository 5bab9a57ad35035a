import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { say } from "@/bench/say";

/** Measurements by name: each a script that prints its figures and sets the exit code. */
const names = readdirSync(new URL(".", import.meta.url))
  .filter((file) => file.endsWith(".ts"))
  .map((file) => basename(file, ".ts"))
  .filter((name) => !["main", "say", "database"].includes(name));

const [name] = process.argv.slice(2);
if (name === undefined || !names.includes(name)) {
  say(`npm run bench -- NAME, where NAME is one of: ${names.join(", ")}`);
  process.exitCode = 1;
} else {
  await import(`./${name}.ts`);
}
