import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { LOOKS, type Look } from './looks'
import type { Picture } from './sheet'

/** Takes the page as it is now in each look, whole, into a folder for each; gives what was taken. */
export async function take(page: Page, folder: string, name: string): Promise<Map<Look, Picture>> {
  const taken = new Map<Look, Picture>()
  for (const look of LOOKS) {
    mkdirSync(join(folder, look.name), { recursive: true })
    const file = join(folder, look.name, `${fileName(name)}.png`)
    await page.emulateMedia({ colorScheme: look.scheme, reducedMotion: 'reduce' })
    await page.setViewportSize(look.size)
    await page.evaluate(whole)
    const shot = () => page.screenshot({ path: file, fullPage: true, animations: 'disabled' })
    // A browser that has much to do now and then cannot; a moment later it can.
    await shot().catch(shot)
    taken.set(look, { name, file })
  }
  return taken
}

/** Runs in the page: has what comes late there, and the page at its top. */
async function whole(): Promise<void> {
  const images = [...document.images]
  for (const image of images) image.loading = 'eager'
  await Promise.all(images.map((image) => image.decode().catch(() => {})))
  await document.fonts.ready
  window.scrollTo(0, 0)
}

function fileName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
