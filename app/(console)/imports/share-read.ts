/** How much of the file has been read, from 0 to 1. */
export function shareRead({ bytesRead, fileBytes }: { bytesRead: number; fileBytes: number }): number {
  return fileBytes === 0 ? 0 : Math.min(1, bytesRead / fileBytes);
}
