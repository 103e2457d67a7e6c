import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { postcodeFacts } from '@/db/schema/index'
import { testDatabase } from '@/db/testing'
import { contextFor } from '@/lib/mailer/process-context'
import { rolledBack } from '@/lib/mailer/testing/context'
import { setSwitch } from '@/lib/staff/set-switch'
import { type PlayedSources, playSources } from './live/testing'
import { lookUpPostcode } from './lookup'
import { importPostcodes } from './postcodes/import-postcodes'
import { readRelease } from './postcodes/read-release'
import { releaseCsv, writeRelease } from './postcodes/testing'
import { notePostcodesChanged } from './postcodes/version'
import { loadSnapshot } from './snapshot/load'
import { parseFurtherPostcodes, parseSnapshot } from './snapshot/parse'

const file = (name: string) => readFileSync(new URL(`./snapshot/${name}`, import.meta.url), 'utf8')
const OFF = { membersApiUrl: null, postcodesApiUrl: null }

let played: PlayedSources
beforeAll(async () => {
  await testDatabase()
  await loadSnapshot(contextFor({ kind: 'system' }))
  played = await playSources({
    BR87RE: { names: ['Sevenoaks'], code: 'E14001465' },
    TN111ZZ: { names: ['Tonbridge', 'Sevenoaks'], code: 'E14001465' },
  })
})
afterEach(() => {
  played.failing = { members: null, postcodes: null }
  played.asked = []
})
afterAll(() => played.close())

test('every example postcode of the 650, and every further fact, resolves to its seat', () =>
  rolledBack(async (ctx) => {
    const seats = parseSnapshot(file('constituencies.csv'))
    const examples = seats.map(({ examplePostcode, code }) => ({ postcode: examplePostcode, code }))
    const further = parseFurtherPostcodes(file('further-postcodes.csv'))
    const outcomes = await Promise.all(
      [...examples, ...further].map(async ({ postcode, code }) => ({
        expected: { status: 'found', source: 'local', postcode, seats: [{ code }] },
        outcome: await lookUpPostcode(ctx, postcode, OFF),
      })),
    )
    for (const { expected, outcome } of outcomes) expect(outcome).toMatchObject(expected)
    const right = outcomes.length
    console.info(`${right} postcodes resolve: ${examples.length} examples and ${further.length} further facts`)
    expect(right).toBe(650 + 21)
  }))

test('with look-up by live sources switched off no source is asked, and what is known here is found', () =>
  rolledBack(async (ctx) => {
    await setSwitch(ctx, { name: 'live-look-ups', on: false })
    expect(await lookUpPostcode(ctx, 'BR8 7RE', played)).toEqual({
      status: 'unavailable',
      postcode: 'BR8 7RE',
      lasting: false,
    })
    expect(await lookUpPostcode(ctx, 'SW1A 0AA', played)).toMatchObject({ status: 'found', source: 'local' })
    expect(played.asked).toEqual([])
    await setSwitch(ctx, { name: 'live-look-ups', on: true })
    expect(await lookUpPostcode(ctx, 'BR8 7RE', played)).toMatchObject({ status: 'found', source: 'live' })
  }))

describe('a postcode is', () => {
  test('found, with the MP, party and constituency, however it was typed', () =>
    rolledBack(async (ctx) => {
      expect(await lookUpPostcode(ctx, ' swla\u00a0oaa ', played)).toEqual({
        status: 'found',
        postcode: 'SW1A 0AA',
        source: 'local',
        terminated: false,
        seats: [
          {
            code: 'E14001172',
            name: 'Cities of London and Westminster',
            nation: 'England',
            mp: {
              id: expect.stringMatching(/^[0-9a-f-]{36}$/),
              memberId: 5257,
              name: 'Rachel Blake',
              party: 'Labour (Co-op)',
              email: expect.stringContaining('@parliament.uk'),
              addressGoneAt: null,
              since: expect.any(Date),
            },
          },
        ],
      })
      expect(played.asked).toEqual([])
    }))

  test('found in a vacant seat, without an MP', () =>
    rolledBack(async (ctx) => {
      const outcome = await lookUpPostcode(ctx, 'NW1W 9XR', OFF)
      expect(outcome).toMatchObject({ status: 'found', seats: [{ name: 'Holborn and St Pancras', mp: null }] })
    }))

  test.each([
    ['SO4 4WG', 'New Forest East', 'Sir Julian Lewis'],
    ['BT78 5NT', 'West Tyrone', 'Órfhlaith Begley'],
  ])('found with an MP who has no e-mail: %s', (postcode, name, mp) =>
    rolledBack(async (ctx) => {
      const outcome = await lookUpPostcode(ctx, postcode, OFF)
      expect(outcome).toMatchObject({ status: 'found', seats: [{ name, mp: { name: mp, email: null } }] })
    }),
  )

  test('terminated, and found all the same', () =>
    rolledBack(async (ctx) => {
      await ctx.db.insert(postcodeFacts).values({ postcode: 'AB10AA', constituencyCode: 'S14000061', terminated: true })
      await notePostcodesChanged(ctx)
      const outcome = await lookUpPostcode(ctx, 'AB1 0AA', OFF)
      expect(outcome).toMatchObject({ status: 'found', terminated: true, seats: [{ name: 'Aberdeen South' }] })
    }))

  test('split, with the seats to choose from in order', () =>
    rolledBack(async (ctx) => {
      await ctx.db.insert(postcodeFacts).values([
        { postcode: 'TN111ZZ', constituencyCode: 'E14001549' },
        { postcode: 'TN111ZZ', constituencyCode: 'E14001465' },
      ])
      await notePostcodesChanged(ctx)
      const outcome = await lookUpPostcode(ctx, 'TN11 1ZZ', OFF)
      expect(outcome).toMatchObject({ status: 'split', source: 'local', seats: [{ name: 'Sevenoaks' }, { mp: {} }] })
    }))

  test('found, or split, by a live source when the installation does not know it', () =>
    rolledBack(async (ctx) => {
      const outcome = await lookUpPostcode(ctx, 'br8 7re', played)
      expect(outcome).toMatchObject({
        status: 'found',
        source: 'live',
        postcode: 'BR8 7RE',
        seats: [{ code: 'E14001465' }],
      })
      expect(await lookUpPostcode(ctx, 'TN11 1ZZ', played)).toMatchObject({
        status: 'split',
        source: 'live',
        seats: [{ name: 'Sevenoaks' }, { name: 'Tonbridge' }],
      })
    }))

  test('unknown when it is well formed and no source has it, or all are off', () =>
    rolledBack(async (ctx) => {
      expect(await lookUpPostcode(ctx, 'zz11zz', played)).toEqual({ status: 'unknown', postcode: 'ZZ1 1ZZ' })
      expect(await lookUpPostcode(ctx, 'zz11zz', OFF)).toEqual({ status: 'unknown', postcode: 'ZZ1 1ZZ' })
    }))

  test('unavailable, until postcodes are imported, where no source is set and no list holds its area', () =>
    rolledBack(async (ctx) => {
      expect(await lookUpPostcode(ctx, 'LS1 4AP', OFF)).toEqual({
        status: 'unavailable',
        postcode: 'LS1 4AP',
        lasting: true,
      })
      const release = await readRelease(
        writeRelease('NSPL.csv', releaseCsv([{ postcode: 'LS1 4AQ', seat: 'E14001319' }])),
      )
      const named = { name: 'NSPL August 2025', date: '2025-08-01' }
      await importPostcodes(ctx, release, named, { otherBoundaries: false, way: 'confirm' })
      expect(await lookUpPostcode(ctx, 'LS1 4AP', OFF)).toEqual({ status: 'unknown', postcode: 'LS1 4AP' })
      expect(await lookUpPostcode(ctx, 'BT1 1AA', OFF)).toMatchObject({ status: 'unavailable', lasting: true })
    }))

  test('unavailable when no live source answers', () =>
    rolledBack(async (ctx) => {
      played.failing = { members: 'status 500', postcodes: 'html' }
      expect(await lookUpPostcode(ctx, 'BR8 7RE', played)).toEqual({
        status: 'unavailable',
        postcode: 'BR8 7RE',
        lasting: false,
      })
    }))

  test('of a Crown dependency, of the forces, or malformed, without a word to anybody', () =>
    rolledBack(async (ctx) => {
      expect(await lookUpPostcode(ctx, 'gy1 1aa', played)).toEqual({ status: 'crown_dependency', postcode: 'GY1 1AA' })
      expect(await lookUpPostcode(ctx, 'bfpo 12', played)).toEqual({ status: 'bfpo', postcode: 'BFPO 12' })
      expect(await lookUpPostcode(ctx, 'Lon don', played)).toEqual({ status: 'malformed', typed: 'Lon don' })
      expect(await lookUpPostcode(ctx, 'gx11 1aa', played)).toEqual({
        status: 'overseas_territory',
        postcode: 'GX11 1AA',
        territory: 'Gibraltar',
      })
      expect(played.asked).toEqual([])
    }))
})

describe('what was typed beside a postcode', () => {
  test('is passed over, and two different ones are asked about without a word to anybody', () =>
    rolledBack(async (ctx) => {
      for (const typed of ['London SW1A 0AA', 'SW1A+0AA', 'SW1A 0AA or sw1a0aa']) {
        expect(await lookUpPostcode(ctx, typed, played)).toMatchObject({ status: 'found', postcode: 'SW1A 0AA' })
      }
      const typed = 'SW1A 0AA or BR8 7RE'
      const readings = ['SW1A 0AA', 'BR8 7RE']
      expect(await lookUpPostcode(ctx, typed, played)).toEqual({ status: 'ambiguous', typed, readings })
      expect(played.asked).toEqual([])
    }))

  test('a word in capitals is a postcode only where there is such a one', () =>
    rolledBack(async (ctx) => {
      expect(await lookUpPostcode(ctx, 'SWIAOAA', OFF)).toMatchObject({ status: 'found', postcode: 'SW1A 0AA' })
      for (const typed of ['BOITS', 'Bolts', 'Witley']) {
        expect(await lookUpPostcode(ctx, typed, OFF)).toEqual({ status: 'malformed', typed })
      }
    }))
})

describe('a small L beside capitals', () => {
  const known = (
    postcodes: string[],
    see: (look: (typed: string) => ReturnType<typeof lookUpPostcode>) => Promise<void>,
  ) =>
    rolledBack(async (ctx) => {
      const rows = postcodes.map((postcode) => ({ postcode, constituencyCode: 'E14001172', listed: true }))
      if (rows.length > 0) await ctx.db.insert(postcodeFacts).values(rows)
      await notePostcodesChanged(ctx)
      await see((typed) => lookUpPostcode(ctx, typed, OFF))
    })

  test('is asked about where both readings exist, and where our list knows neither', async () => {
    for (const both of [['BL00AB', 'B100AB'], []]) {
      await known(both, async (look) => {
        const asked = { status: 'ambiguous', typed: 'Bl0 0AB', readings: ['BL0 0AB', 'B10 0AB'] }
        expect(await look('Bl0 0AB')).toEqual(asked)
      })
    }
  })

  test('is read as the one that exists', async () => {
    for (const [one, postcode] of [
      ['BL00AB', 'BL0 0AB'],
      ['B100AB', 'B10 0AB'],
    ] as const) {
      await known([one], async (look) => {
        for (const typed of ['Bl0 0AB', 'bl0 0ab'])
          expect(await look(typed)).toMatchObject({ status: 'found', postcode })
      })
    }
  })

  test('is a letter among small letters, where both exist', () =>
    known(['BL00AB', 'B100AB'], async (look) => {
      for (const typed of ['bl0 0ab', 'Bl0 0ab', 'BL0 0AB'])
        expect(await look(typed)).toMatchObject({ postcode: 'BL0 0AB' })
      for (const typed of ['B10 0AB', 'BI0 0AB', 'b1O Oab'])
        expect(await look(typed)).toMatchObject({ postcode: 'B10 0AB' })
    }))
})
