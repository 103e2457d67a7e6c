import { createReadStream, existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { seats } from '@/e2e/fixtures/directory'
import { removeDataDir, startProduct } from '@/e2e/fixtures/product'
import { packPostcodes } from '@/lib/directory/postcodes/pack'
import { openIndex, type PostcodeIndex } from '@/lib/directory/postcodes/packed-index'
import { readRelease } from '@/lib/directory/postcodes/read-release'
import { makeRelease } from './made-release'
import { median } from './median'

const REFERENCE = resolve(import.meta.dirname, '../../shared/data/postcodes-nspl-shape.csv.gz')
const LOOK_UPS = 2_000_000
const REQUESTS = 4000
const AT_ONCE = 16

/**
 * A whole release of postcodes: its import beside reading the same file's lines, its look-ups beside a Map's, and
 * `/api/postcodes` through the built server beside a bare server that gives the same JSON from memory. Without the
 * reference data a made-up release of the same size takes its place.
 */
export async function postcodes(): Promise<void> {
  const file = existsSync(REFERENCE) ? REFERENCE : await makeRelease(seats.map(({ code }) => code))
  const index = await importing(file)
  lookingUp(index)
  await throughTheServer()
}

async function importing(file: string): Promise<PostcodeIndex> {
  const began = performance.now()
  const release = await readRelease(file)
  const bytes = packPostcodes(release.collected)
  const took = performance.now() - began
  const { maxRSS } = process.resourceUsage()
  const loading = median(Array.from({ length: 9 }, () => timed(() => openIndex(bytes))))
  const lines = await timedLines(file)
  console.log(
    `  ${release.rows} rows read and packed in ${seconds(took)}, at most ${Math.round(maxRSS / 1024)} MB of memory`,
  )
  console.log(`  reading the same file's lines: ${seconds(lines)}; ratio ${(took / lines).toFixed(1)}`)
  console.log(
    `  index: ${bytes.length} bytes (${((bytes.length * 8) / release.rows).toFixed(2)} bits a postcode), opened in ${loading.toFixed(1)} ms`,
  )
  return openIndex(bytes)
}

function lookingUp(index: PostcodeIndex): void {
  const asked = seats.map(({ examplePostcode }) => examplePostcode.replace(' ', ''))
  const map = new Map(asked.map((compact) => [compact, index.find(compact)]))
  const rate = (find: (compact: string) => unknown) => {
    const took = timed(() => {
      for (let at = 0; at < LOOK_UPS; at += 1) find(asked[at % asked.length] ?? '')
    })
    return (LOOK_UPS / took) * 1000
  }
  const [indexed, mapped] = [rate((one) => index.find(one)), rate((one) => map.get(one))]
  console.log(
    `  ${millions(indexed)} look-ups a second; a Map of ${map.size}: ${millions(mapped)}; ratio ${(mapped / indexed).toFixed(1)}`,
  )
}

async function throughTheServer(): Promise<void> {
  const product = await startProduct({ settings: { LIMITS: 'off', MEMBERS_API_URL: 'off', POSTCODES_API_URL: 'off' } })
  const asked = seats.map(({ examplePostcode }) => examplePostcode.replace(' ', ''))
  const answers = new Map<string, string>()
  const bare = createServer((request, response) => {
    const body = answers.get(request.url?.split('/').at(-1) ?? '')
    response.writeHead(body ? 200 : 404, { 'content-type': 'application/json' }).end(body)
  })
  try {
    for (const one of asked) answers.set(one, await (await fetch(`${product.url}/api/postcodes/${one}`)).text())
    await new Promise<void>((listening) => bare.listen(0, '127.0.0.1', listening))
    const bareUrl = `http://127.0.0.1:${(bare.address() as AddressInfo).port}`
    const [ours, theirs] = [await requests(product.url, asked), await requests(bareUrl, asked)]
    console.log(
      `  /api/postcodes: ${ours.toFixed(0)} answers a second, ${AT_ONCE} at once; a bare server: ${theirs.toFixed(0)}; ratio ${(theirs / ours).toFixed(1)}`,
    )
  } finally {
    bare.close()
    await product.stop()
    removeDataDir(product.dataDir)
  }
}

async function requests(url: string, asked: readonly string[]): Promise<number> {
  const ask = async (from: number) => {
    for (let at = from; at < REQUESTS; at += AT_ONCE) {
      const response = await fetch(`${url}/api/postcodes/${asked[at % asked.length]}`)
      if (!response.ok) throw new Error(`${response.status} for ${asked[at % asked.length]}`)
      await response.text()
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: AT_ONCE }, (_, from) => ask(from)))
  return (REQUESTS / (performance.now() - began)) * 1000
}

async function timedLines(file: string): Promise<number> {
  const began = performance.now()
  let lines = 0
  for await (const line of createInterface({ input: createReadStream(file).pipe(createGunzip()) }))
    lines += line ? 1 : 0
  return lines > 0 ? performance.now() - began : Number.NaN
}

function timed(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}

function millions(rate: number): string {
  return `${(rate / 1e6).toFixed(1)} million`
}
