import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { lookUpPostcode } from '@/lib/directory/lookup'
import { parsePostcode } from '@/lib/directory/postcode'
import { loadSnapshot } from '@/lib/directory/snapshot/load'
import { contextFor } from '@/lib/mailer/process-context'
import { rolledBack } from '@/lib/mailer/testing/context'
import { importPostcodes } from './import-postcodes'
import { packPostcodes } from './pack'
import { openIndex, type PostcodeIndex } from './packed-index'
import { type Release, readRelease } from './read-release'

const shared = (file: string) => fileURLToPath(new URL(`../../../../shared/data/${file}`, import.meta.url))
const RELEASE = shared('postcodes-nspl-shape.csv.gz')
const EDGE_CASES = shared('edge-cases.csv')
const PATIENCE_MS = 240_000

describe.skipIf(!existsSync(RELEASE))('a whole release (needs the reference data)', () => {
  let release: Release
  let bytes: Uint8Array
  let index: PostcodeIndex
  beforeAll(async () => {
    await testDatabase()
    await loadSnapshot(contextFor({ kind: 'system' }))
    release = await readRelease(RELEASE)
    bytes = packPostcodes(release.collected)
    index = openIndex(bytes)
  }, PATIENCE_MS)

  test(
    'every row answers as the file says, and 100,000 well-formed postcodes that are not in it are unknown',
    async () => {
      const { rows, held } = await checkEveryRow(index)
      const strangers = strangersTo(held, 100_000)
      const taken = strangers.filter((compact) => index.find(compact) !== null)
      console.info(
        `${rows} rows answer as the file says; ${strangers.length - taken.length} of ${strangers.length} others are unknown; ${bytes.length} bytes`,
      )
      expect(rows).toBe(2_651_941)
      expect(strangers).toHaveLength(100_000)
      expect(taken).toEqual([])
      expect(bytes.length).toBeLessThanOrEqual(1_500_000)
    },
    PATIENCE_MS,
  )

  test.skipIf(!existsSync(EDGE_CASES))('each postcode that breaks naive look-ups behaves sensibly', () =>
    rolledBack(async (ctx) => {
      await importPostcodes(ctx, release, { name: 'NSPL', date: null }, { otherBoundaries: false })
      const table: string[] = []
      for (const { postcode, expected, note } of edgeCases()) {
        const outcome = await lookUpPostcode(ctx, postcode, { membersApiUrl: null, postcodesApiUrl: null })
        const seats = 'seats' in outcome ? outcome.seats.map(({ code }) => code) : []
        const ended = 'seats' in outcome && outcome.terminated ? ['terminated'] : []
        // Of an area that the release does not hold: as little known.
        const status = outcome.status === 'unavailable' ? 'unknown' : outcome.status
        const answered = [status, ...seats, ...ended].join(' ')
        table.push(`${postcode.padEnd(9)}${answered.padEnd(28)}${note}`)
        expect(answered, postcode).toBe(expected)
      }
      console.info(table.join('\n'))
      expect(table).toHaveLength(40)
    }),
  )
})

/** Against the file itself, taken apart in another way than the import does. */
async function checkEveryRow(index: PostcodeIndex): Promise<{ rows: number; held: Set<string> }> {
  const held = new Set<string>()
  let rows = 0
  const file = createReadStream(RELEASE).pipe(createGunzip())
  for await (const line of createInterface({ input: file })) {
    const cells = line.slice(1, -1).split('","')
    const [, , postcode = '', , ended] = cells
    if (postcode === 'pcds') continue
    rows += 1
    const compact = postcode.replace(' ', '')
    held.add(compact)
    const found = index.find(compact)
    if (found?.seat !== cells[17] || found?.terminated !== (ended !== '')) {
      throw new Error(`${postcode} is in ${cells[17]}, ended ${ended}, and answers ${JSON.stringify(found)}.`)
    }
  }
  return { rows, held }
}

/** Well-formed postcodes that a release does not hold: the neighbours of those that it does. */
function strangersTo(held: ReadonlySet<string>, count: number): string[] {
  const strangers = new Set<string>()
  const letters = 'ABDEFGHJLNPQRSTUWXYZ'
  let at = 0
  for (const compact of held) {
    at += 1
    if (at % 20 !== 0) continue
    for (const letter of letters) {
      const stranger = compact.slice(0, -1) + letter
      if (!held.has(stranger) && parsePostcode(stranger).kind === 'postcode') strangers.add(stranger)
    }
    if (strangers.size >= count) break
  }
  return [...strangers].slice(0, count)
}

type EdgeCase = { postcode: string; expected: string; note: string }

/** What should come of each: without any live source, a postcode of Northern Ireland is not in this file. */
function edgeCases(): EdgeCase[] {
  const rows: Record<string, string>[] = parse(readFileSync(EDGE_CASES), { columns: true })
  return rows.map(({ postcode = '', in_table, pcon24cd = '', doterm = '', note = '' }) => {
    const outside: Record<string, string> = {
      BF: 'bfpo',
      IM: 'crown_dependency',
      JE: 'crown_dependency',
      GY: 'crown_dependency',
    }
    const special = outside[postcode.slice(0, 2)]
    const missing = in_table === 'no' || pcon24cd === '' || postcode.startsWith('BT')
    const found = ['found', pcon24cd, ...(doterm ? ['terminated'] : [])].join(' ')
    return { postcode, expected: special ?? (missing ? 'unknown' : found), note }
  })
}
