import { z } from "zod";

export const Role = z.enum(["agent", "supervisor", "manager", "admin"]);
export type Role = z.infer<typeof Role>;
