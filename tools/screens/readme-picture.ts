import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { DESK, PHONE } from '@/e2e/fixtures/devices'
import { CAMPAIGN } from '@/e2e/fixtures/path'

const MARGIN = 30
const EDGE = 2
const GROUND = '#edf1ee'
const INK = '#12161a'
/** As wide as the picture stands in the README, so that its words can be read there. */
const WIDE = 1280
const SCALE = (WIDE - 3 * MARGIN - 4 * EDGE) / (DESK.width + PHONE.width)

/** The first screen of the campaign's page on a desk and on a phone, side by side, for the README. */
export async function readmePicture(page: Page, url: string, folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true })
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.goto(url + CAMPAIGN)
  const [desk, phone] = [await framed(page, DESK), await framed(page, PHONE)]
  const height = desk.info.height + 2 * MARGIN
  const file = join(folder, 'campaign.png')
  await sharp({ create: { width: WIDE, height, channels: 3, background: GROUND } })
    .composite([
      { input: desk.data, left: MARGIN, top: MARGIN },
      { input: phone.data, left: 2 * MARGIN + desk.info.width, top: MARGIN },
    ])
    .png({ palette: true, colours: 64, effort: 10 })
    .toFile(file)
  return file
}

async function framed(page: Page, size: { width: number; height: number }) {
  await page.setViewportSize(size)
  await page.waitForLoadState('networkidle')
  const taken = await page.screenshot({ animations: 'disabled' })
  return sharp(taken)
    .resize({ width: Math.round(size.width * SCALE) })
    .extend({ top: EDGE, bottom: EDGE, left: EDGE, right: EDGE, background: INK })
    .toBuffer({ resolveWithObject: true })
}
