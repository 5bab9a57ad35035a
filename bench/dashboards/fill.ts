import { fillCalls } from "@/bench/call-log/fill";
import { say } from "@/bench/say";
import type { Connection } from "@/drizzle/database";
import { rebuildPresenceRollup } from "@/server/store/presence/rebuild-presence-rollup";
import { setCountedThrough } from "@/server/store/rollups/counted-calls";
import { completeRollups } from "@/server/store/rollups/rebuild-rollups";

const SAY_EVERY_CALLS = 500_000;

const tables = ["call", "queue_visit", "leg"];
const filledToo = ["key_press", "presence_period"];
const rollups = ["rollup_call", "rollup_visit", "rollup_offer", "rollup_leg", "presence_rollup"];

/** Fills an empty, migrated database with calls and counts them into the rollups. */
export async function fillDashboards(connection: Connection, count: number): Promise<void> {
  const { db, client } = connection;
  await inSeconds("filled with calls", () => withoutIndexes(connection, () => fillCalls(connection, count)));
  await inSeconds("filled with keys", () =>
    client.unsafe(`
      insert into key_press select call_id, 1, 'node ' || left(key_track, 1), right(key_track, 1), started_at
      from call where key_track <> ''`),
  );
  await inSeconds("filled with presence", () => fillPresence(connection));
  await db.transaction((tx) => setCountedThrough(tx, null));
  await inSeconds("counted into the rollups", () =>
    completeRollups(db, {
      onProgress: ({ calls }) => {
        if (calls % SAY_EVERY_CALLS === 0) say(`${calls} calls counted …`);
      },
    }),
  );
  await inSeconds("vacuumed", async () => {
    for (const table of [...rollups, ...filledToo]) await client.unsafe(`vacuum analyze ${table}`);
  });
}

/** By turns of an hour each agent is free, on a call, and away. */
async function fillPresence({ db, client }: Connection): Promise<void> {
  await client.unsafe(`
    insert into presence_period (agent_id, started_at, ended_at, status, state)
    select user_id, at, at + interval '1 hour', case turn when 2 then 'offline' else 'idle' end,
      case turn when 1 then 'on_call' else 'free' end
    from app_user, (select min(started_at) as first, max(started_at) as last from call) span,
      generate_series(date_trunc('hour', first, 'UTC'), last, interval '1 hour') at,
      lateral (select (extract(epoch from at) / 3600)::bigint % 3 as turn) hour`);
  await rebuildPresenceRollup(db);
}

/** How many bytes the rollups take, indexes included, and how many the rows that they sum up. */
export async function sizesOf({ client }: Connection): Promise<{ rollups: number; rows: number }> {
  const bytes = async (names: readonly string[]): Promise<number> => {
    const [sum] = await client<{ bytes: number }[]>`
      select sum(pg_total_relation_size(coalesce(leaf.relid, name::regclass)))::float8 as bytes
      from unnest(${[...names]}::text[]) name
      left join lateral pg_partition_tree(name::regclass) leaf on leaf.isleaf`;
    return sum?.bytes ?? 0;
  };
  return { rollups: await bytes(rollups), rows: await bytes([...tables, ...filledToo]) };
}

async function inSeconds(what: string, work: () => Promise<unknown>): Promise<void> {
  const begin = performance.now();
  await work();
  say(`${what} in ${((performance.now() - begin) / 1000).toFixed(0)} s`);
}

/** Indexes are made sooner of all rows together than row by row. */
async function withoutIndexes({ client }: Connection, work: () => Promise<void>): Promise<void> {
  const indexes = await client<{ name: string; definition: string }[]>`
    select c.relname as name, pg_get_indexdef(c.oid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
    where t.relname in ${client(tables)} and not i.indisunique`;
  for (const { name } of indexes) await client`drop index ${client(name)}`;
  await work();
  await client.begin(async (transaction) => {
    await transaction.unsafe("set local maintenance_work_mem = '1GB'");
    for (const { definition } of indexes) await transaction.unsafe(definition.replace(" ON ONLY ", " ON "));
  });
  for (const table of tables) await client.unsafe(`vacuum analyze ${table}`);
}
