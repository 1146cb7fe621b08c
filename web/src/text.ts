const HANGUL_AND_BEYOND = "\u1100";

/** The width of a label in pixels at a font size, by script: a Hangul syllable is almost square, a Latin letter half. */
export function textWidth(text: string, size = 13): number {
  let width = 0;
  for (const char of text) width += char > HANGUL_AND_BEYOND ? 0.95 : char === " " || char === "." ? 0.28 : 0.57;
  return width * size;
}
