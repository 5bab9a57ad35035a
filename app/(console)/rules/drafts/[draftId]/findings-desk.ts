import type { FindingsQuestion } from "@/app/(console)/rules/drafts/[draftId]/findings-worker";
import type { Analysis } from "@/server/domain/routing/analysis/analyse";

/** Asks the worker one question at a time; of those that come meanwhile only the last is asked. */
export class FindingsDesk {
  readonly #worker = new Worker(new URL("./findings-worker.ts", import.meta.url), { type: "module" });
  #isBusy = false;
  #waiting: FindingsQuestion | null = null;

  constructor(onAnswer: (analysis: Analysis) => void) {
    this.#worker.addEventListener("message", ({ data }: MessageEvent<Analysis>) => {
      this.#isBusy = false;
      if (this.#waiting !== null) this.ask(this.#waiting);
      onAnswer(data);
    });
  }

  ask(question: FindingsQuestion): void {
    this.#waiting = this.#isBusy ? question : null;
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#worker.postMessage(question);
  }

  close(): void {
    this.#worker.terminate();
  }
}
