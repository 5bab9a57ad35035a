import { notFound } from "next/navigation";
import { CallFacts } from "@/app/_components/calls/call-facts";
import { CallHead } from "@/app/_components/calls/call-head";
import { CallTimeline } from "@/app/_components/calls/call-timeline";
import { CallDecisions } from "@/app/_components/explanation/call-decisions";
import { api } from "@/app/_trpc/server";
import { settle } from "@/app/_trpc/settle";
import { AgentNotes } from "@/app/agent/[callId]/agent-notes";
import { DeleteOwnCall } from "@/app/agent/[callId]/delete-own-call";
import { CallId } from "@/server/domain/identifiers";

export default async function AgentCallPage({ params }: PageProps<"/agent/[callId]">) {
  const callId = CallId.safeParse((await params).callId);
  if (!callId.success) notFound();
  const [sheet, notes, decisions] = await Promise.all([
    settle(api.callRecord.byId({ callId: callId.data })),
    settle(api.notes.ofCall({ callId: callId.data })),
    settle(api.callRecord.decisions({ callId: callId.data })),
  ]);
  if (!sheet.ok || !notes.ok || !decisions.ok) notFound();
  const { call } = sheet.value;
  return (
    <article className="grid gap-6">
      <CallHead
        call={call}
        heading="h1"
        actions={call.outcome === "in_progress" ? null : <DeleteOwnCall call={call} />}
      />
      <AgentNotes key={call.callId} callId={call.callId} initial={notes.value} />
      <CallTimeline sheet={sheet.value} />
      <CallFacts call={call} />
      {call.direction === "inbound" ? (
        <CallDecisions callId={call.callId} told={decisions.value} mayReadRules={false} />
      ) : null}
    </article>
  );
}
