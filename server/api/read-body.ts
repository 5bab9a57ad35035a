/** The bytes of a request as they come. Where the sender goes away they end; what has arrived by then counts. */
export async function* readBody(body: Request["body"]): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  try {
    for (;;) {
      const part = await reader?.read().catch(() => undefined);
      if (part === undefined || part.done) return;
      yield part.value;
    }
  } finally {
    await reader?.cancel().catch(() => undefined);
  }
}
