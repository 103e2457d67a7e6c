/**
 * Makes `app/_fonts/fallback.css`: what devices have of their own, stretched to the width and height of our web fonts, so
 * that nothing moves when those arrive. The files of these fonts are no part of the project; name the folders that hold
 * them (Debian: fonts-liberation, fonts-roboto-unhinted, fonts-noto-core, fonts-dejavu-core):
 *
 *   npx tsx tools/fonts/match-fallbacks.ts /usr/share/fonts/truetype
 *
 * Widths are those of the first campaign's text as a browser sets it, since no table says them of a line with its kerning.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { create } from 'fontkit'
import { browserLaunch } from '@/e2e/fixtures/browser'
import { firstCampaign } from '@/lib/content/first-campaign'

type Local = { family: string; regular: Cut; bold: Cut }
/** The file that is measured, and the names under which devices have it or one of the same measures. */
type Cut = { file: string; names: string[] }
type Weights = { from: number; to: number; measured: number }

const FONTS = join(import.meta.dirname, '../../app/_fonts')
const folders = process.argv.slice(2)

const cut = (file: string, ...names: string[]): Cut => ({ file, names })

const faces: { web: string; weights: Weights[]; locals: Local[] }[] = [
  {
    web: 'sans',
    weights: [
      { from: 400, to: 549, measured: 400 },
      { from: 550, to: 649, measured: 600 },
      { from: 650, to: 774, measured: 725 },
      { from: 775, to: 900, measured: 825 },
    ],
    locals: [
      {
        family: 'Sans as Arial',
        regular: cut('LiberationSans-Regular', 'Arial', 'ArialMT', 'Liberation Sans'),
        bold: cut('LiberationSans-Bold', 'Arial Bold', 'Arial-BoldMT', 'Liberation Sans Bold'),
      },
      {
        family: 'Sans as Roboto',
        regular: cut('Roboto-Regular', 'Roboto', 'Roboto Regular', 'Roboto-Regular'),
        // Newer Androids have one file of all weights, found by the name of its lightest use alone.
        bold: cut('Roboto-Bold', 'Roboto Bold', 'Roboto-Bold', 'Roboto', 'Roboto Regular', 'Roboto-Regular'),
      },
      {
        family: 'Sans as DejaVu',
        regular: cut('DejaVuSans', 'DejaVu Sans', 'DejaVuSans'),
        bold: cut('DejaVuSans-Bold', 'DejaVu Sans Bold', 'DejaVuSans-Bold'),
      },
    ],
  },
  {
    web: 'serif',
    weights: [
      { from: 400, to: 549, measured: 400 },
      { from: 550, to: 900, measured: 600 },
    ],
    locals: [
      {
        family: 'Serif as Times',
        regular: cut('LiberationSerif-Regular', 'Times New Roman', 'TimesNewRomanPSMT', 'Liberation Serif'),
        bold: cut('LiberationSerif-Bold', 'Times New Roman Bold', 'TimesNewRomanPS-BoldMT', 'Liberation Serif Bold'),
      },
      {
        family: 'Serif as Noto',
        regular: cut('NotoSerif-Regular', 'Noto Serif', 'Noto Serif Regular', 'NotoSerif-Regular'),
        bold: cut('NotoSerif-Bold', 'Noto Serif Bold', 'NotoSerif-Bold'),
      },
      {
        family: 'Serif as DejaVu',
        regular: cut('DejaVuSerif', 'DejaVu Serif', 'DejaVuSerif'),
        bold: cut('DejaVuSerif-Bold', 'DejaVu Serif Bold', 'DejaVuSerif-Bold'),
      },
    ],
  },
]

const { title, summary, story, asks } = firstCampaign.content
const SAMPLE = [title, summary, ...story, ...asks.flatMap((ask) => [ask.title, ask.summary])].join(' ')

const browser = await chromium.launch(await browserLaunch())
const page = await browser.newPage()
const css = ['/* Made by tools/fonts/match-fallbacks.ts, which says what it is for. */']
for (const { web, weights, locals } of faces) {
  const file = join(FONTS, `${web}.woff2`)
  const { ascent, descent, unitsPerEm } = metricsOf(file)
  for (const { family, regular, bold } of locals) {
    for (const { from, to, measured } of weights) {
      const local = measured < 550 ? regular : bold
      const size = (await width(page, file, measured)) / (await width(page, findFile(local.file), 400))
      css.push(
        [
          '@font-face {',
          `  font-family: "${family}";`,
          `  src: ${local.names.map((name) => `local("${name}")`).join(', ')};`,
          `  font-weight: ${from} ${to};`,
          `  size-adjust: ${percent(size)};`,
          `  ascent-override: ${percent(ascent / unitsPerEm / size)};`,
          `  descent-override: ${percent(-descent / unitsPerEm / size)};`,
          '  line-gap-override: 0%;',
          '}',
        ].join('\n'),
      )
    }
  }
}
await browser.close()
writeFileSync(join(FONTS, 'fallback.css'), `${css.join('\n\n')}\n`)

function metricsOf(file: string): { ascent: number; descent: number; unitsPerEm: number } {
  const font = create(readFileSync(file))
  if (!('unitsPerEm' in font)) throw new Error(`${file} holds more than one font.`)
  return font
}

/** How wide the sample is in a font, in its own size. */
async function width(page: Page, file: string, weight: number): Promise<number> {
  const data = readFileSync(file).toString('base64')
  await page.setContent(
    `<style>@font-face { font-family: Measured; src: url(data:font/any;base64,${data}); font-weight: 400 900 }
      span { font: ${weight} 100px Measured; white-space: nowrap; text-rendering: optimizeLegibility }</style>
      <span>${SAMPLE}</span>`,
  )
  return page.evaluate(async () => {
    await document.fonts.ready
    return (document.querySelector('span')?.getBoundingClientRect().width ?? 0) / 100
  })
}

function findFile(name: string): string {
  for (const folder of folders) {
    const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find(
      (path) => basename(path) === `${name}.ttf`,
    )
    if (found) return join(folder, found)
  }
  throw new Error(`No ${name}.ttf is in ${folders.join(', ') || 'any folder: name those that hold fonts'}.`)
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))}%`
}
