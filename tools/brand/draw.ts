/**
 * Draws every picture that is not drawn by the pages themselves, from `app/icon.svg` and `share.html`: the favicon,
 * the icons of the manifest and of phones, the share image. The results are committed; run it again after a change:
 *
 *   npx tsx tools/brand/draw.ts [path of a Chromium]
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import sharp from 'sharp'
import { icoOf } from './ico'

const here = import.meta.dirname
const app = join(here, '../../app')
const publicFolder = join(here, '../../public')
const mark = readFileSync(join(app, 'icon.svg'), 'utf8')

const browser = await chromium.launch({ executablePath: process.argv[2], args: ['--no-sandbox'] })
const page = await browser.newPage()

const favicon = [16, 32, 48].map(async (size) => ({ size, png: await drawMark(await browser.newPage(), size) }))
writeFileSync(join(app, 'favicon.ico'), icoOf(await Promise.all(favicon)))
writeFileSync(join(app, 'apple-icon.png'), await drawMark(page, 180))
writeFileSync(join(publicFolder, 'icons', 'icon-192.png'), await drawMark(page, 192))
writeFileSync(join(publicFolder, 'icons', 'icon-512.png'), await drawMark(page, 512))
// Launchers cut a maskable icon to any shape inside a circle of 80 %; the mark lies well within it.
writeFileSync(join(publicFolder, 'icons', 'maskable-512.png'), await drawMark(page, 512, 0.72))

await page.setViewportSize({ width: 1200, height: 630 })
await page.goto(pathToFileURL(join(here, 'share.html')).href)
await page.evaluate(() => document.fonts.ready)
const share = await page.screenshot()
writeFileSync(
  join(publicFolder, 'share.png'),
  await sharp(share).png({ palette: true, compressionLevel: 9 }).toBuffer(),
)

await browser.close()

async function drawMark(on: Page, size: number, scale = 1): Promise<Buffer> {
  await on.setViewportSize({ width: size, height: size })
  await on.setContent(
    `<style>body{margin:0;background:${scale < 1 ? '#0a5c3c' : 'none'};height:100vh;display:grid;place-items:center}svg{display:block;width:${scale * 100}vw}</style>${mark}`,
  )
  // An .ico needs pictures with alpha, which a browser leaves out of opaque ones.
  return sharp(await on.screenshot())
    .ensureAlpha()
    .png({ compressionLevel: 9 })
    .toBuffer()
}
