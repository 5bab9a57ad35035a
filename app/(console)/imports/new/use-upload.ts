import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRefusalText } from "@/app/_components/refusal-text";
import { toast } from "@/app/_components/ui/toast";
import { startUpload } from "@/app/(console)/imports/running-uploads";
import { announceUpload } from "@/app/(console)/imports/upload-requests";

/** Begins an import and goes to its page, where the file is seen arriving. */
export function useUpload() {
  const t = useTranslations("imports");
  const router = useRouter();
  const textOf = useRefusalText();
  return useMutation({
    mutationFn: announceUpload,
    onSuccess: (announced, { file }) => {
      if (!announced.ok) return toast({ tone: "danger", title: textOf(announced) });
      const { importId } = announced.value;
      void startUpload(importId, file, 0);
      return router.push(`/imports/${importId}`);
    },
    onError: () => toast({ tone: "danger", title: t("upload.noConnection") }),
  });
}
