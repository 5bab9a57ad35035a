/** Reads any colour of a style sheet as one that every program knows, by painting it. */
export function colourReader(): (colour: string) => string {
  const canvas = document.createElement("canvas");
  canvas.width = 1;
  canvas.height = 1;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  const known = new Map<string, string>();
  return (colour) => {
    if (!pen || colour === "none" || colour.startsWith("url("))
      return colour.replace(/url\("?[^"#]*(#[^")]+)"?\)/, "url($1)");
    const read = known.get(colour);
    if (read !== undefined) return read;
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data;
    const plain =
      alpha === 255 ? `rgb(${red},${green},${blue})` : `rgba(${red},${green},${blue},${alpha / 255})`;
    known.set(colour, plain);
    return plain;
  };
}
