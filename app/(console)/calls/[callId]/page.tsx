import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CallFacts } from "@/app/_components/calls/call-facts";
import { CallHead } from "@/app/_components/calls/call-head";
import { CallTimeline } from "@/app/_components/calls/call-timeline";
import { RevealNumber } from "@/app/_components/calls/reveal-number";
import { CallDecisions } from "@/app/_components/explanation/call-decisions";
import { NotesPanel } from "@/app/_components/notes/notes-panel";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { api, viewerOfRequest } from "@/app/_trpc/server";
import { settle } from "@/app/_trpc/settle";
import { CallActions } from "@/app/(console)/calls/[callId]/call-actions";
import { CallTables } from "@/app/(console)/calls/[callId]/call-tables";
import { Neighbours } from "@/app/(console)/calls/[callId]/neighbours";
import { RawEvents } from "@/app/(console)/calls/[callId]/raw-events";
import { readListAround } from "@/app/(console)/calls/[callId]/read-list-around";
import { CallId } from "@/server/domain/identifiers";
import { mayDo, type Permission } from "@/server/domain/people/permissions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("call");
  return { title: t("title") };
}

export default async function CallPage({ params, searchParams }: PageProps<"/calls/[callId]">) {
  const callId = CallId.safeParse((await params).callId);
  const viewer = await viewerOfRequest();
  if (!callId.success || !viewer) notFound();
  const [list, sheet, notes, decisions] = await Promise.all([
    readListAround(searchParams),
    settle(api.callRecord.byId({ callId: callId.data })),
    settle(api.notes.ofCall({ callId: callId.data })),
    settle(api.callRecord.decisions({ callId: callId.data })),
  ]);
  // A call out of sight and a call that never was look the same.
  if (!sheet.ok || !notes.ok || !decisions.ok) notFound();
  const { call, neighbours } = sheet.value;
  const may = (permission: Permission) => mayDo(viewer.role, permission);
  return (
    <ClientMessages namespaces={["ui", "call", "calls", "deleteCall", "notes", "refusals"]}>
      <div className="grid gap-6 px-6 py-5">
        <Neighbours list={list} ofCustomer={neighbours} />
        <CallHead
          call={call}
          heading="h1"
          actions={
            <CallActions call={call} mayDelete={may("calls:delete")} mayRestore={may("calls:restore")} />
          }
        />
        <CallTimeline sheet={sheet.value} />
        <div className="grid items-start gap-8 xl:grid-cols-[minmax(0,1fr)_24rem]">
          <div className="xl:col-start-2 xl:row-start-1">
            <NotesPanel key={call.callId} callId={call.callId} initial={notes.value} />
          </div>
          <div className="grid min-w-0 gap-8 xl:col-start-1 xl:row-start-1">
            <CallFacts
              call={call}
              number={
                call.customerNumber !== null && may("numbers:reveal") ? (
                  <RevealNumber callId={call.callId} masked={call.customerNumber} />
                ) : undefined
              }
            />
            {call.direction === "inbound" ? (
              <CallDecisions callId={call.callId} told={decisions.value} mayReadRules={may("rules:read")} />
            ) : null}
            <CallTables sheet={sheet.value} />
            {may("calls:readEvents") ? <RawEvents callId={call.callId} /> : null}
          </div>
        </div>
      </div>
    </ClientMessages>
  );
}
