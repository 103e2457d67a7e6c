import { createWriteStream, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

const LETTERS = 'ABDEFGHJLNPQRSTUWXYZ'
const AREAS = 120
const DISTRICTS = 10
const UNITS_OF_SECTOR = 220

/** A made-up release of about 2.6 million postcodes over these constituencies, gzipped: its path. */
export async function makeRelease(seats: readonly string[]): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), 'dear-mp-bench-')), 'made-release.csv.gz')
  await pipeline(Readable.from(lines(seats)), createGzip({ level: 1 }), createWriteStream(path))
  return path
}

function* lines(seats: readonly string[]): Generator<string> {
  yield '"pcd7","pcd8","pcds","dointr","doterm","lad25cd","ctry25cd","pcon24cd","lat","long"\n'
  let at = 0
  for (let area = 0; area < AREAS; area += 1) {
    for (let sector = 0; sector < DISTRICTS * 10; sector += 1) {
      const outward = `${'ABCDEFGHKL'[area % 10]}${'ABCDEFGHJKLM'[Math.floor(area / 10)]}${1 + Math.floor(sector / 10)}`
      for (let unit = 0; unit < UNITS_OF_SECTOR; unit += 1) {
        at += 1
        const letters = (unit * 7 + sector) % 400
        const inward = `${sector % 10}${LETTERS[Math.floor(letters / 20)]}${LETTERS[letters % 20]}`
        const seat = seats[(area * 5 + Math.floor((sector + (unit % 3)) / 20)) % seats.length]
        const ended = at % 3 === 0 ? '202305' : ''
        yield `"${outward}${inward}","${outward} ${inward}","${outward} ${inward}","198001","${ended}","","","${seat}","51.50000","-0.10000"\n`
      }
    }
  }
}
