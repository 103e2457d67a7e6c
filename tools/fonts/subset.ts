/**
 * Makes the web fonts of `app/_fonts` from the packages that publish them. The results are committed, so a build needs
 * neither this script nor a network. Run it again after a font package moves on:
 *
 *   npx tsx tools/fonts/subset.ts
 *
 * Two faces: Libre Franklin for the interface, Source Serif 4 for letters. Each becomes a main file (English, and the
 * accents of Gaelic and of most Welsh) and a small second one with the Welsh letters that Latin-1 lacks (ŵ, ŷ …), which
 * browsers fetch only for a page that holds one of them. See `app/fonts.ts` for how they are declared. The files are
 * named for their role, since a changed copy may not carry the reserved name of the original.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import subsetFont from 'subset-font'

const made = join(import.meta.dirname, '../../app/_fonts')
const resolve = createRequire(import.meta.url).resolve

const faces = [
  {
    name: 'sans',
    from: 'libre-franklin',
    weights: { min: 400, max: 900 },
    copyright: 'Copyright 2020 The Libre Franklin Project Authors (https://github.com/googlefonts/Libre-Franklin)',
  },
  {
    name: 'serif',
    from: 'source-serif-4',
    weights: { min: 400, max: 600 },
    copyright: "Copyright 2014-2021 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'",
  },
]

const parts = [
  { part: 'latin', suffix: '', text: `${span(0x20, 0x7e)}${span(0xc0, 0xff)}\u00a0£§©«°·»½Œœ‐‑–—‘’“”•…\u2009\u202f€−` },
  { part: 'latin-ext', suffix: '-welsh', text: 'ŴŵŶŷŸẀẁẂẃẄẅỲỳ' },
]

// Figures that line up in tables, and the joins and accents that plain text needs; no small caps or swashes.
const keepFeatures = ['kern', 'liga', 'ccmp', 'locl', 'mark', 'mkmk', 'tnum', 'lnum']

for (const { name, from, weights, copyright } of faces) {
  const folder = dirname(resolve(`@fontsource-variable/${from}/package.json`))
  for (const { part, suffix, text } of parts) {
    const whole = readFileSync(join(folder, 'files', `${from}-${part}-wght-normal.woff2`))
    const woff2 = await subsetFont(whole, text, {
      targetFormat: 'woff2',
      variationAxes: { wght: weights },
      keepFeatures,
    })
    writeFileSync(join(made, `${name}${suffix}.woff2`), woff2)
    console.log(`${name}${suffix}.woff2  ${(woff2.length / 1024).toFixed(1)} KB`)
  }
  const licence = readFileSync(join(folder, 'LICENSE'), 'utf8').split('\n').slice(1).join('\n')
  writeFileSync(join(made, `${name}-OFL.txt`), `${copyright}\n${licence}`)
}

function span(first: number, last: number) {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i))
}
