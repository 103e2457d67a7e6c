import { spawn } from 'node:child_process'
import { get } from 'node:http'
import { createInterface } from 'node:readline'
import { makeDataDir, ROOT, removeDataDir } from '@/e2e/fixtures/product'

const FEW = 10_000
const MANY = 100_000

/** Far too little for a process that keeps what it exports: the file has 45 MB, and the program itself takes most of it. */
const SMALL_HEAP = '--max-old-space-size=64'

/** What an exporting process tells at its end: bytes of memory, before it began and at most, and seconds. */
type Told = { bytes: number; before: number; memory: number; seconds: number; bare: number }

/**
 * Contacts exported over HTTP, ten thousand and ten times as many, each by a process of its own: the peak of its
 * memory, with the heap left to itself and held small, and rows a second beside a bare COPY of the same columns.
 */
export async function contacts(): Promise<void> {
  const dataDir = makeDataDir()
  try {
    await run(dataDir, ['bench/contacts-process.ts', 'make', String(FEW), String(MANY)])
    for (const options of [[], [SMALL_HEAP]]) {
      const few = await exported(dataDir, FEW, options)
      const many = await exported(dataDir, MANY, options)
      print(FEW, few)
      print(MANY, many)
      console.log(
        `  ${options.length > 0 ? `with ${options}` : 'with the heap left to itself'}: memory for ten times as many, ratio ${(many.memory / few.memory).toFixed(2)}`,
      )
    }
  } finally {
    removeDataDir(dataDir)
  }
}

function print(count: number, { bytes, before, memory, seconds, bare }: Told): void {
  const rate = (took: number) => Math.round(count / took)
  console.log(
    `  ${count} contacts, ${megabytes(bytes)}: at most ${megabytes(memory)} of memory, ${megabytes(before)} before it began; ${rate(seconds)} rows a second; a bare COPY: ${rate(bare)}; ratio ${(seconds / bare).toFixed(1)}`,
  )
}

/** Reads an export to its end, as a browser does, and gives what the process says of itself. */
async function exported(dataDir: string, count: number, options: string[]): Promise<Told> {
  let bytes = 0
  let lines = 0
  const last = await run(dataDir, [...options, 'bench/contacts-process.ts', 'export', String(count)], async (url) => {
    for await (const chunk of await answer(url)) {
      bytes += chunk.length
      for (const byte of chunk) if (byte === 10) lines += 1
    }
  })
  if (lines !== count + 1) throw new Error(`${lines} lines came of ${count} contacts.`)
  return { bytes, ...(JSON.parse(last) as Omit<Told, 'bytes'>) }
}

/** Runs the other half of this bench; does as asked with an address that it prints, and gives its last line. */
async function run(dataDir: string, args: string[], withAddress = async (_url: string) => {}): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((done) => child.once('close', done))
  let last = ''
  for await (const line of createInterface({ input: child.stdout })) {
    last = line
    if (line.startsWith('http:')) await withAddress(line)
    else if (!line.startsWith('{')) console.log(`  ${line}`)
  }
  if ((await ended) !== 0) throw new Error(`${args.join(' ')} failed.`)
  return last
}

function answer(url: string): Promise<AsyncIterable<Buffer>> {
  return new Promise((done, fail) => get(url, done).once('error', fail))
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`
}
