import { createServer } from 'node:http'
import { type Browser, chromium } from '@playwright/test'
import { browserLaunch } from '@/e2e/fixtures/browser'
import { freePort, removeDataDir, startProduct } from '@/e2e/fixtures/product'
import { median } from './median'

const VISITS = 5
// Chromium's own figures for "Fast 4G": 9 Mbit/s down, 1.5 up, at 90 % of the line, 165 ms a round trip.
const FAST_4G = {
  offline: false,
  latency: 165,
  downloadThroughput: (9_000_000 / 8) * 0.9,
  uploadThroughput: (1_500_000 / 8) * 0.9,
}
const BARE =
  '<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Bare</title><h1>Bare</h1>'

type Visit = { paint: number; bytes: Record<string, number> }

/**
 * The first visit to a campaign's page on a phone with an empty cache, on 4G and a processor four times as
 * slow: what is transferred, and when the largest part is painted. Beside it, a page of one line.
 */
export async function firstVisit(): Promise<void> {
  const product = await startProduct({ settings: { LIMITS: 'off', MEMBERS_API_URL: 'off', POSTCODES_API_URL: 'off' } })
  const barePort = await freePort()
  const bare = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end(BARE)).listen(barePort)
  const browser = await chromium.launch(await browserLaunch())
  try {
    const address = `${product.url}/campaigns/artsakh-ceasefire`
    await fetch(address)
    const visits = await times(VISITS, () => visit(browser, address))
    const bares = await times(VISITS, () => visit(browser, `http://localhost:${barePort}/`))
    print(visits, bares)
  } finally {
    await browser.close()
    bare.close()
    await product.stop()
    removeDataDir(product.dataDir)
  }
}

async function visit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    isMobile: true,
  })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', FAST_4G)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const kinds = new Map<string, string>()
  const bytes: Record<string, number> = {}
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? 'Other'
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  const paint = await page.evaluate(
    () =>
      new Promise<number>((settled) => {
        new PerformanceObserver((list) => settled(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        })
      }),
  )
  await context.close()
  return { paint, bytes }
}

function print(visits: Visit[], bares: Visit[]): void {
  const [first] = visits
  const kinds = Object.entries(first?.bytes ?? {}).sort((a, b) => b[1] - a[1])
  for (const [kind, size] of kinds) console.log(`  ${kind.padEnd(12)} ${kilobytes(size)}`)
  console.log(`  ${'all'.padEnd(12)} ${kilobytes(kinds.reduce((sum, [, size]) => sum + size, 0))}`)
  const paint = median(visits.map((one) => one.paint))
  const bare = median(bares.map((one) => one.paint))
  console.log(`  largest contentful paint: ${(paint / 1000).toFixed(2)} s, median of ${VISITS} first visits`)
  console.log(`  a page of one line: ${(bare / 1000).toFixed(2)} s; ratio ${(paint / bare).toFixed(2)}`)
}

function kilobytes(size: number): string {
  return `${(size / 1000).toFixed(1).padStart(7)} kB`
}

async function times<T>(count: number, work: () => Promise<T>): Promise<T[]> {
  const done: T[] = []
  for (let turn = 0; turn < count; turn++) done.push(await work())
  return done
}
