import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { LOOKS } from './looks'
import { makeSheets } from './sheet'

const folder = mkdtempSync(join(tmpdir(), 'dear-mp-sheets-'))
afterAll(() => rmSync(folder, { recursive: true }))

const RED = [200, 30, 20]

async function drawn(name: string, { width, height }: { width: number; height: number }) {
  const file = join(folder, `${name}.png`)
  await sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 20 } } })
    .png()
    .toFile(file)
  return { name, file }
}

/** How many pixels of a sheet are a picture's. */
async function reds(file: string): Promise<number> {
  const { data } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  let count = 0
  for (let at = 0; at < data.length; at += 3) {
    if (RED.every((value, channel) => Math.abs((data[at + channel] ?? 0) - value) < 12)) count++
  }
  return count
}

test.each(LOOKS)('every page stands whole on sheets of $name, and none over another', async (look) => {
  const { width, height } = look.size
  const heights = [height, 3 * height, height, 7 * height, Math.floor(1510 / look.scale) + 1]
  const pictures = await Promise.all(heights.map((high, at) => drawn(`${look.name} ${at}`, { width, height: high })))
  const sheets = await makeSheets(folder, 'pages', look, pictures)
  const shown = (await Promise.all(sheets.map(reds))).reduce((sum, count) => sum + count, 0)
  const whole = heights.reduce((sum, high) => sum + high, 0) * width * look.scale ** 2
  expect(Math.abs(shown / whole - 1)).toBeLessThan(0.02)
})
