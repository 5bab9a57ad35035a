// Plain JavaScript without dependencies: it runs before there are any.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const oldestNode = [20, 19];

if (!isNodeNewEnough()) {
  stop(`Hotline needs Node.js ${oldestNode.join(".")} or newer; this is ${process.version}.`);
}
if (!isInstalled()) {
  // Not `npm ci`: it refuses a lock file that lacks another system's optional binaries. This keeps to the
  // locked versions all the same and, with --no-save, leaves the lock file as it is.
  const { status } = spawnSync("npm", ["install", "--no-save", "--include=dev", "--no-audit", "--no-fund"], {
    stdio: "inherit",
  });
  if (status !== 0) stop("Hotline's packages could not be installed; npm gives the reason above.");
}

function isNodeNewEnough() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/** npm writes down what it has installed, last of all; packages for other systems, or for nobody, are left out. */
function isInstalled() {
  const installed = packagesIn("node_modules/.package-lock.json");
  return Object.entries(packagesIn("package-lock.json")).every(([path, wanted]) => {
    if (path === "") return true;
    const present = installed[path];
    if (present !== undefined) return present.version === wanted.version;
    return wanted.optional === true || wanted.extraneous === true;
  });
}

/** @returns {Record<string, { version?: string, optional?: boolean, extraneous?: boolean }>} */
function packagesIn(/** @type {string} */ lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, "utf8")).packages;
  } catch {
    return {};
  }
}

/** @returns {never} */
function stop(/** @type {string} */ sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
