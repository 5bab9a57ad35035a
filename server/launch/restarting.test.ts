import { expect, test, vi } from "vitest";
import { type Child, startChild } from "@/server/launch/child";
import { startRestarting } from "@/server/launch/restarting";

/** Starts processes that end by themselves with `code`, or never; all that were started stand in `started`. */
function starter(codes: readonly (number | "never")[]) {
  const started: Child[] = [];
  const start = () => {
    const code = codes[started.length] ?? "never";
    const script = code === "never" ? "setInterval(() => undefined, 1000)" : `process.exit(${code})`;
    const child = startChild({ name: "the helper", script: ["--eval", script], environment: {} });
    started.push(child);
    return child;
  };
  return { started, start };
}

const hasty = { firstMs: 1, longestMs: 1000 };

test("a process that dies is started again, and what was started never ends of it", async () => {
  const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const { started, start } = starter([134, 1]);
  const kept = startRestarting(start, hasty);
  await vi.waitFor(() => expect(started).toHaveLength(3), { timeout: 10_000 });
  expect(said.mock.calls.join()).toContain("the helper ended unexpectedly (134). It is started again");
  const end = await Promise.race([kept.ended, Promise.resolve("goes on")]);
  expect(end).toBe("goes on");
  await kept.stop();
  said.mockRestore();
  await kept.ended;
  expect(started).toHaveLength(3);
});

test("one that dies at once each time is started ever more rarely", async () => {
  const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const { started, start } = starter([1, 1, 1, 1, 1, 1]);
  const kept = startRestarting(start, { firstMs: 100, longestMs: 5000 });
  await vi.waitFor(() => expect(started.length).toBeGreaterThan(4), { timeout: 10_000 });
  await kept.stop();
  const pauses = [...said.mock.calls.join().matchAll(/again in ([\d.]+) s/g)].map(([, pause]) =>
    Number(pause),
  );
  said.mockRestore();
  expect(pauses.slice(0, 4)).toEqual([0.1, 0.2, 0.4, 0.8]);
});

test("one that waits to be started again is not when the product stops", async () => {
  const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const { started, start } = starter([1]);
  const kept = startRestarting(start, { firstMs: 60_000, longestMs: 60_000 });
  await vi.waitFor(() => expect(said).toHaveBeenCalled(), { timeout: 10_000 });
  await kept.stop();
  said.mockRestore();
  expect(await kept.ended).toBe(1);
  expect(started).toHaveLength(1);
});
