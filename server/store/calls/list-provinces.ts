import { sql } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";

/** Every province that a call came from. Jumps from one value of the index to the next: the calls are many, the provinces few. */
export async function listProvinces(db: Queryable): Promise<string[]> {
  const rows = await db.execute<{ province: string }>(sql`
    with recursive known as (
      select min(province) as province from call
      union all
      select (select min(call.province) from call where call.province > known.province) from known where known.province is not null
    )
    select province from known where province is not null`);
  return rows.map((row) => row.province);
}
