import { createWriteStream, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { compactAt } from '@/lib/directory/postcodes/place-of'

/** How many properties of a postcode lie in each seat. */
export type MadeSplits = Map<string, Map<string, number>>

const OF_A_POSTCODE = 20
const REGIONS = ['EE', 'EM', 'LN', 'NE', 'NW', 'SC', 'SE', 'SW', 'WA', 'WM', 'YH']
const UNITS = 400
/** One in so many postcodes is split, as of the real ones. */
const SPLIT_ONE_IN = 200
const HEADER =
  'UPRN,GRIDGB1E,GRIDGB1N,PCDS,CTY24CD,CED24CD,LAD24CD,WD24CD,PARNCP24CD,HLTH24CD,CTRY24CD,RGN24CD,PCON24CD,EER20CD,TTWA15CD,ITL24CD,NPARK24CD,OA21CD,LSOA21CD,MSOA21CD\n'

/**
 * A zip as ONS publishes the National Statistics UPRN Lookup, a CSV for each region with its rows in the order of UPRNs:
 * its path, and which of its postcodes have properties in two seats, and how many in each. A split one has its second
 * seat's properties in the next region's file.
 */
export async function makeProperties(
  seats: readonly string[],
  properties: number,
): Promise<{ path: string; splits: MadeSplits; postcodes: number }> {
  const postcodes = Math.ceil(properties / OF_A_POSTCODE)
  const path = join(mkdtempSync(join(tmpdir(), 'dear-mp-bench-')), 'NSUL_NOV_2025.zip')
  const zip = new ZipFile()
  for (const [region, name] of REGIONS.entries()) {
    zip.addReadStreamLazy(`Data/NSUL_NOV_2025_${name}.csv`, { compressionLevel: 1 }, (done) =>
      done(null, Readable.from(linesOf(region, { seats, postcodes }))),
    )
  }
  zip.addBuffer(Buffer.from('PCON24CD,PCON24NM\n'), 'Documents/names.csv')
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(path))
  return { path, splits: splitsAmong({ seats, postcodes }), postcodes }
}

type Made = { seats: readonly string[]; postcodes: number }

function* linesOf(region: number, { seats, postcodes }: Made): Generator<string> {
  yield HEADER
  for (let property = 0; property < OF_A_POSTCODE; property += 1) {
    let lines = ''
    for (let at = 0; at < postcodes; at += 1) {
      const isBeyond = property < beyond(at)
      if ((at + (isBeyond ? 1 : 0)) % REGIONS.length !== region) continue
      const compact = compactOf(at)
      const written = `${compact.slice(0, -3)} ${compact.slice(-3)}`
      lines += `${100_000_000_000 + property * postcodes + at},${400_000 + at},${200_000 + at},${written},E99999999,E99999999,E07000111,E05009960,E04004970,E18000000,E92000001,E12000008,${seatOf(seats, at, isBeyond)},E15000008,E30000234,E05009960,E65000001,E00124587,E01024436,E02005087\n`
      if (lines.length < 60_000) continue
      yield lines
      lines = ''
    }
    yield lines
  }
}

function splitsAmong({ seats, postcodes }: Made): MadeSplits {
  const splits: MadeSplits = new Map()
  for (let at = 0; at < postcodes; at += 1) {
    if (beyond(at) === 0) continue
    const here = [seatOf(seats, at, false), OF_A_POSTCODE - beyond(at)] as const
    splits.set(compactOf(at), new Map([here, [seatOf(seats, at, true), beyond(at)]]))
  }
  return splits
}

/** How many of a postcode's properties lie in a second seat. */
function beyond(at: number): number {
  return at % SPLIT_ONE_IN === 7 ? 1 + (((at / SPLIT_ONE_IN) | 0) % (OF_A_POSTCODE / 2)) : 0
}

function seatOf(seats: readonly string[], at: number, isBeyond: boolean): string {
  return seats[(Math.floor(at / 250) + (isBeyond ? 1 : 0)) % seats.length] ?? ''
}

function compactOf(at: number): string {
  return compactAt(sectorOf(Math.floor(at / UNITS)), at % UNITS)
}

/** Sectors of outward codes of two letters and a digit, in an order of their own. */
function sectorOf(at: number): number {
  const [digit, district, area] = [at % 10, 1 + (Math.floor(at / 10) % 9), Math.floor(at / 90)]
  // As placeOf numbers characters: A is 11 and B 12 of 37, a 1 is 2.
  const outward = (11 + Math.floor(area / 8)) * 37 * 37 + (11 + (area % 8)) * 37 + (district + 1)
  return outward * 10 + digit
}
