import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { parseSnapshot } from '@/lib/directory/snapshot/parse'
import type { SeatShown } from '@/lib/figures/public/public-seats'
import { linkedHexagons } from './link'

const snapshot = parseSnapshot(await readFile('lib/directory/snapshot/constituencies.csv', 'utf8'))
const seats: SeatShown[] = snapshot.map(({ code, name, nation }, at) => ({ code, name, nation, supporters: at % 40 }))

test('every seat has its hexagon, which leads to its row, is no stop for the keyboard and says its words', () => {
  const markup = linkedHexagons(seats, 'reached')
  expect(markup.match(/<a /g)).toHaveLength(650)
  for (const { code, name, supporters } of seats) {
    const words = supporters === 0 ? 'no supporters yet' : supporters === 1 ? '1 supporter' : `${supporters} supporters`
    const link = new RegExp(
      `<a href="\\?seat=${code}#table" tabindex="-1"><path class="map-\\w+" d="M[^"]+z"><title>${name}: ${words}</title></path></a>`,
    )
    expect(markup).toMatch(link)
  }
})

test('a seat that is not among those shown has none', () =>
  expect(linkedHexagons(seats.slice(0, 3), 'reached').match(/<a /g)).toHaveLength(3))

test('a name is text, whatever is in it', () => {
  const [first] = seats
  if (!first) throw new Error('There is no seat.')
  const markup = linkedHexagons([{ ...first, name: '</title><script>alert(1)</script>&amp;' }], 'reached')
  expect(markup).toContain('<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;: ')
})
