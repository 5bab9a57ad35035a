import { z } from "zod";
import { SessionId } from "@/server/domain/identifiers";

/** All that the session cookie says. */
export const SessionToken = z.object({ sessionId: SessionId });
