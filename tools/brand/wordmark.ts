import * as fontkit from 'fontkit'

/**
 * Prints the paths of the wordmark, "Dear MP" and its comma, in Source Serif 4 Semibold, 1000 units to the em: they
 * stand in components/campaign/wordmark.tsx, so that no page fetches a font for seven letters. Run:
 * `npx tsx tools/brand/wordmark.ts`.
 */
const FILE = 'node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2'
const SPACING = -15

const font = fontkit.openSync(FILE)
if (!('layout' in font)) throw new Error('A collection of fonts has no single one.')
const { glyphs, positions } = font.layout('Dear MP,')
let x = 0
for (const [at, glyph] of glyphs.entries()) {
  const path = glyph.path.scale(1000 / font.unitsPerEm, -1000 / font.unitsPerEm).translate(x, 0)
  const rounded = path.toSVG().replace(/-?\d+(?:\.\d+)?/g, (number) => String(Math.round(Number(number))))
  process.stdout.write(`${glyph.codePoints.map((code) => String.fromCodePoint(code)).join('')} ${rounded}\n`)
  x += ((positions[at]?.xAdvance ?? 0) * 1000) / font.unitsPerEm + SPACING
}
process.stdout.write(`width ${Math.round(x)}, ascent ${font.ascent}, descent ${font.descent}, cap ${font.capHeight}\n`)
