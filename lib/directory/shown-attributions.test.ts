import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { contextFor } from '@/lib/mailer/process-context'
import { rolledBack } from '@/lib/mailer/testing/context'
import { importPostcodes } from './postcodes/import-postcodes'
import { readRelease } from './postcodes/read-release'
import { releaseCsv, writeRelease } from './postcodes/testing'
import { shownAttributions } from './shown-attributions'
import { loadSnapshot } from './snapshot/load'

beforeAll(async () => {
  await testDatabase()
  await loadSnapshot(contextFor({ kind: 'system' }))
})

test('whose the postcodes of Northern Ireland are is shown where they are held, and only there', () =>
  rolledBack(async (ctx) => {
    const shown = async () => (await shownAttributions(ctx)).some((text) => text.includes('Land & Property Services'))
    const take = async (postcode: string, seat: string) => {
      const release = await readRelease(writeRelease('NSPL.csv', releaseCsv([{ postcode, seat }])))
      await importPostcodes(ctx, release, { name: 'NSPL', date: null }, { otherBoundaries: false, way: 'confirm' })
    }
    expect(await shown()).toBe(false)
    await take('LS1 4AP', 'E14001319')
    expect(await shown()).toBe(false)
    await take('BT1 1AA', 'N05000002')
    // The first who asks after a change takes the new state into memory; who asks beside is answered from the old.
    expect(await shown()).toBe(true)
    await take('LS1 4AP', 'E14001319')
    expect(await shown()).toBe(false)
  }))
