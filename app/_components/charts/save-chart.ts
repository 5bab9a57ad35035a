import { csvOf } from "@/app/_charts/csv";
import { drawingOf } from "@/app/_components/charts/stand-alone-drawing";
import { saveFile } from "@/app/_components/save-file";

interface SavedChart {
  format: "csv" | "svg" | "png";
  title: string;
}

/** Two points of the picture for each of the screen. */
const pictureScale = 2;

/** Hands the chart that stands in a frame to the browser as a file, in the colours it is seen in. */
export async function saveChart(frame: HTMLElement, { format, title }: SavedChart): Promise<void> {
  if (format === "csv")
    return saveFile(new Blob([csvOf(rowsOf(frame))], { type: "text/csv" }), `${title}.csv`);
  const drawing = drawingOf(await placeDrawnIn(frame), title);
  if (format === "svg") return saveFile(new Blob([drawing.svg], { type: "image/svg+xml" }), `${title}.svg`);
  saveFile(await pictureOf(drawing), `${title}.png`);
}

const drawn = "[data-drawing]:has(.recharts-surface, svg[role=group], table)";

/** Where a frame draws; a chart whose scripts are on their way is waited for. */
function placeDrawnIn(frame: HTMLElement): Promise<HTMLElement> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(look);
    observer.observe(frame, { childList: true, subtree: true });
    look();

    function look() {
      const place = frame.querySelector<HTMLElement>(drawn);
      if (!place) return;
      observer.disconnect();
      resolve(place);
    }
  });
}

function rowsOf(frame: HTMLElement): string[][] {
  const table = frame.querySelector("[data-twin]") ?? frame;
  return [...table.querySelectorAll("tr")].map((row) =>
    [...row.querySelectorAll("th, td")].flatMap((cell) => [
      cell.getAttribute("data-raw") ?? cell.textContent?.trim() ?? "",
      ...["data-low", "data-high"].flatMap((bound) => cell.getAttribute(bound) ?? []),
    ]),
  );
}

async function pictureOf({ svg, width, height }: { svg: string; width: number; height: number }) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * pictureScale;
  canvas.height = height * pictureScale;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return await new Promise<Blob>((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the picture is empty"))), "image/png");
  });
}
