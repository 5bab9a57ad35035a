"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTimeZone, useTranslations } from "next-intl";
import { type ReactElement, useState } from "react";
import { useForm } from "react-hook-form";
import { Temporal } from "temporal-polyfill";
import type { RuleNames } from "@/app/_components/rules/rule-words";
import { Button } from "@/app/_components/ui/button";
import { Dialog, DialogClose } from "@/app/_components/ui/dialog";
import { Notice } from "@/app/_components/ui/notice";
import { Skeleton } from "@/app/_components/ui/skeleton";
import { toast } from "@/app/_components/ui/toast";
import { trpc } from "@/app/_trpc/client";
import { trpcOptions } from "@/app/_trpc/query-client";
import { useChange } from "@/app/_trpc/use-change";
import { PublishFields, PublishForm, type PublishValues } from "@/app/(console)/rules/publish-fields";
import { PublishReview } from "@/app/(console)/rules/publish-review";
import type { Instant } from "@/server/domain/instant";
import type { DraftId } from "@/server/domain/routing/versions/draft";

/** A draft as it was last seen, or an old version. */
export type Publishable =
  | { readonly draftId: DraftId; readonly revision: number }
  | { readonly number: number };

const formId = "publish-rules";

function publish(what: Publishable, input: { comment: string; effectiveAt: Instant | null }) {
  return "draftId" in what
    ? trpc.rules.publish.mutate({ draftId: what.draftId, revision: what.revision, ...input })
    : trpc.rules.republish.mutate({ number: what.number, ...input });
}

function instantOf(local: string, timeZone: string): Instant | null {
  if (local === "") return null;
  return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds;
}

interface PublishDialogProps {
  what: Publishable;
  names: RuleNames;
  trigger: ReactElement;
}

/** What publishing means comes first; then why, and from when on. Errors and red examples stand against it. */
export function PublishDialog({ what, names, trigger }: PublishDialogProps) {
  const t = useTranslations("rules.publish");
  const router = useRouter();
  const timeZone = useTimeZone() ?? "UTC";
  const [open, setOpen] = useState(false);
  const subject = "draftId" in what ? { draftId: what.draftId } : { number: what.number };
  const review = useQuery(
    trpcOptions.rules.review.queryOptions(subject, { enabled: open, staleTime: 0, gcTime: 0 }),
  );
  const form = useForm<PublishValues>({
    resolver: zodResolver(PublishForm),
    defaultValues: { comment: "", effectiveAt: "" },
  });
  const change = useChange(
    ({ comment, effectiveAt }: PublishValues) =>
      publish(what, { comment, effectiveAt: instantOf(effectiveAt, timeZone) }),
    {
      faultIn: "form",
      onDone({ number }) {
        setOpen(false);
        toast({ title: t("done", { number }) });
        router.push(`/rules/versions/${number}`);
      },
    },
  );
  const { data } = review;
  const isBlocked = data === undefined || data.errors.length + data.entangled.length + data.red.length > 0;

  return (
    <Dialog
      wide
      open={open}
      onOpenChange={setOpen}
      title={"draftId" in what ? t("title") : t("titleAgain", { number: what.number })}
      description={t("description")}
      trigger={trigger}
      footer={
        <>
          <DialogClose>
            <Button>{t("cancel")}</Button>
          </DialogClose>
          <Button type="submit" form={formId} variant="primary" pending={change.pending} disabled={isBlocked}>
            {t("submit")}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="grid gap-4"
        onSubmit={form.handleSubmit((values) => change.send(values))}
      >
        {review.isError ? <Notice tone="danger" title={t("notReviewed")} /> : null}
        {review.isPending ? <Skeleton className="h-24 w-full" /> : null}
        {data ? (
          <PublishReview
            review={data}
            names={names}
            draftId={"draftId" in what ? what.draftId : null}
            onLeave={() => setOpen(false)}
          />
        ) : null}
        <PublishFields form={form} timeZone={timeZone} />
        {change.fault ? <Notice tone="danger" title={change.fault} /> : null}
      </form>
    </Dialog>
  );
}
