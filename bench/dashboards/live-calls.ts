import { spawn } from "node:child_process";
import { once } from "node:events";

/** Works while another process records calls of the last day. Answers how many it recorded, too. */
export async function whileCallsComeIn<Value>(
  url: string,
  work: () => Promise<Value>,
): Promise<{ readonly value: Value; readonly calls: number }> {
  const script = new URL("record-live.ts", import.meta.url).pathname;
  const recorder = spawn(process.execPath, ["--import", "tsx", script, url], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let calls = 0;
  recorder.stdout.on("data", (dots: Buffer) => {
    calls += dots.length;
  });
  await Promise.race([once(recorder.stdout, "data"), failed(recorder)]);
  try {
    return { value: await work(), calls };
  } finally {
    recorder.kill();
  }
}

async function failed(recorder: ReturnType<typeof spawn>): Promise<never> {
  const [code] = await once(recorder, "exit");
  throw new Error(`the process that records calls ended with ${code}`);
}
