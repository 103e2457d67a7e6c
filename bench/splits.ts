import { spawn } from 'node:child_process'
import { rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { seats } from '@/e2e/fixtures/directory'
import { withReleaseParts } from '@/lib/directory/postcodes/release-parts'
import { grouped } from '@/lib/kernel/text'
import { makeProperties } from './made-properties'

const PROPERTIES = 3_000_000

const told = z.object({
  seconds: z.number(),
  before: z.number(),
  memory: z.number(),
  splits: z.array(z.tuple([z.string(), z.array(z.tuple([z.string(), z.number()]))])),
})

/**
 * A made list of properties (NSUL) as ONS zips it: how long it takes to read, in how much memory, beside reading the
 * same zip's lines, and whether the split postcodes and their shares are those that were made. `--properties=40000000`
 * for as many as the real one has.
 */
export async function splits(options: string[]): Promise<void> {
  const wanted = Number(options.find((option) => option.startsWith('--properties='))?.split('=')[1] ?? PROPERTIES)
  const made = await makeProperties(
    seats.map(({ code }) => code),
    wanted,
  )
  try {
    const read = await inOwnProcess(made.path)
    const wrong = read.splits.filter(([postcode, shares]) => {
      const right = made.splits.get(postcode)
      return right?.size !== shares.length || shares.some(([code, count]) => right.get(code) !== count)
    })
    const [lines, seconds] = await linesOf(made.path)
    const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`
    console.log(
      `  ${grouped(lines)} lines of ${grouped(made.postcodes)} postcodes, a zip of ${megabytes(statSync(made.path).size)}: read in ${read.seconds.toFixed(1)} s; memory ${megabytes(read.memory)} at most, ${megabytes(read.before)} before it began`,
    )
    console.log(
      `  ${grouped(read.splits.length - wrong.length)} of ${grouped(made.splits.size)} split postcodes right with their shares, ${grouped(wrong.length)} wrong`,
    )
    console.log(`  reading the same zip's lines: ${seconds.toFixed(1)} s; ratio ${(read.seconds / seconds).toFixed(1)}`)
  } finally {
    rmSync(dirname(made.path), { recursive: true })
  }
}

async function inOwnProcess(path: string): Promise<z.infer<typeof told>> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'bench/splits-process.ts', path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return told.parse(JSON.parse(await text(child.stdout)))
}

async function linesOf(path: string): Promise<[lines: number, seconds: number]> {
  const began = performance.now()
  let lines = 0
  await withReleaseParts(
    path,
    () => {},
    async (parts) => {
      for (const part of parts) for await (const _ of createInterface({ input: await part.open() })) lines += 1
    },
  )
  return [lines, (performance.now() - began) / 1000]
}
