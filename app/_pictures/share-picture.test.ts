import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { drawShare, type SharePicture } from './share-picture'

const picture: SharePicture = {
  name: '',
  title: 'Ask your MP to press for a ceasefire in Nagorno-Karabakh',
  count: 'More than 1,200 people have written',
  progress: 0.6,
  palette: 'commons',
  seat: null,
}

// Where a letter is missing, the library would fetch a font from somebody else's service. Its own parts are data: URLs.
const asked: string[] = []
beforeEach(() => {
  const real = globalThis.fetch
  vi.spyOn(globalThis, 'fetch').mockImplementation((address, options) => {
    if (!String(address).startsWith('data:')) asked.push(String(address))
    return real(address, options)
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  expect(asked.splice(0)).toEqual([])
})

test.each<[string, Partial<SharePicture>]>([
  ['a campaign', {}],
  ['a constituency', { seat: 'North East Hampshire' }],
  ['the longest name of one', { seat: 'Caithness, Sutherland and Easter Ross' }],
  ['one with a Welsh name', { seat: 'Ynys Môn, Tŷ Gwyn' }],
  ['an installation with a name', { name: 'Łódź Street Letters' }],
  [
    'the longest title',
    { title: 'Ask your MP to press the government for an end to it, and then for one thing more of' },
  ],
  ['a title in Cyrillic', { title: 'Мир Арцаху: write to your MP' }],
  ['a title with signs that no font of ours has', { title: '🕊️ Peace, سلام, 平和 now 👩‍👩‍👧' }],
  ['nobody yet', { count: 'Be the first to write', progress: 0 }],
])('the picture of %s is a PNG of 1200 by 630, drawn without asking anybody', async (_what, more) => {
  const png = await drawShare({ ...picture, ...more })
  if (process.env.SHOW) writeFileSync(join(process.env.SHOW, `${_what}.png`), png)
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
  expect(png.length).toBeLessThan(100_000)
})

test('a constituency, the count and the way to the goal each change the picture', async () => {
  const drawings = await Promise.all(
    [{}, { seat: 'Hackney North and Stoke Newington' }, { count: '37 people have written' }, { progress: 0.9 }].map(
      (more) => drawShare({ ...picture, ...more }),
    ),
  )
  expect(new Set(drawings.map((one) => one.toString('base64'))).size).toBe(4)
})
