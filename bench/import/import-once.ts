import { csvMapping } from "@/bench/import/generate-records";
import { connect } from "@/drizzle/database";
import { ImportFormat } from "@/server/domain/importing/format";
import { importFile } from "@/server/testing/imports";

/** Imports one file in a process of its own and prints its time and peak memory as JSON. */
const [url = "", format, path = ""] = process.argv.slice(2);
const connection = connect(url, { max: 2 });
const begin = performance.now();
const { report } = await importFile(connection.db, {
  format: ImportFormat.parse(format),
  path,
  ...(format === "csv" ? { options: { mapping: csvMapping } } : {}),
  provider: "bench",
  timeZone: "Asia/Jerusalem",
});
const milliseconds = performance.now() - begin;
await connection.close();
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
const peakMegabytes = maxRSS / 1024;
const cpuMilliseconds = (userCPUTime + systemCPUTime) / 1000;
process.stdout.write(
  JSON.stringify({ calls: report?.calls.made, milliseconds, cpuMilliseconds, peakMegabytes }),
);
