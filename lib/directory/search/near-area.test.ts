import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { postcodeAreas, townOfArea } from '@/lib/directory/postcode-areas'
import { loadSnapshot } from '@/lib/directory/snapshot/load'
import { contextFor } from '@/lib/mailer/process-context'
import { rolledBack } from '@/lib/mailer/testing/context'
import { seatsNearArea } from './near-area'
import { namedSeats } from './searchable-seats'
import { allTowns } from './towns'

beforeAll(async () => {
  await testDatabase()
  await loadSnapshot(contextFor({ kind: 'system' }))
})

test('the town of each area outside London is one that the snapshot knows', () =>
  rolledBack(async (ctx) => {
    const [seats, towns] = await Promise.all([namedSeats(ctx), allTowns(ctx)])
    const outside = postcodeAreas.filter((area) => townOfArea(area) !== null)
    expect([postcodeAreas.length, outside.length]).toEqual([121, 113])
    const guessed = outside.map((area) => [area, seatsNearArea(seats, `${area}1 1AA`, 8, towns)?.town])
    expect(guessed).toEqual(outside.map((area) => [area, townOfArea(area)]))
  }))

test('Leeds is guessed from LS1 4AP, its own seats first, and nothing from London or from no area', () =>
  rolledBack(async (ctx) => {
    const [seats, towns] = await Promise.all([namedSeats(ctx), allTowns(ctx)])
    const near = seatsNearArea(seats, 'LS1 4AP', 8, towns)
    expect(near).toMatchObject({ area: 'LS', town: 'Leeds' })
    expect(near?.found.map(({ seat }) => seat.name)).toEqual(
      expect.arrayContaining(['Leeds Central and Headingley', 'Leeds East', 'Leeds West and Pudsey']),
    )
    for (const nowhere of ['SE1 6AA', 'ZZ1 1ZZ', 'GIR 0AA']) {
      expect(seatsNearArea(seats, nowhere, 8, towns), nowhere).toBeNull()
    }
  }))
