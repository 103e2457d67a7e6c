import { ask } from '@/e2e/fixtures/by-http'
import { CAMPAIGN } from '@/e2e/fixtures/path'
import { removeDataDir, startProduct } from '@/e2e/fixtures/product'
import { median } from './median'

const AT_ONCE = 500
const SEATS = 12

/**
 * The picture of a shared link: the first one, that of a seat each, and 500 asked for at once, as crawlers do when a
 * link goes round. Beside them, 500 times the address that says whether all is well.
 */
export async function pictures(): Promise<void> {
  const product = await startProduct({ settings: { LIMITS: 'off', MEMBERS_API_URL: 'off', POSTCODES_API_URL: 'off' } })
  const get = (path: string) => timed(() => fetch(product.url + path).then((answer) => answer.arrayBuffer()))
  try {
    const { html } = await ask(product.url, '/api/constituencies')
    const codes = [...new Set(html.match(/E14\d{6}/g))].slice(0, SEATS)
    const picture = `${CAMPAIGN}/share.png`
    const first = await get(picture)
    const bytes = (await fetch(product.url + picture).then((answer) => answer.arrayBuffer())).byteLength
    const seats: number[] = []
    for (const code of codes) seats.push(await get(`${picture}?seat=${code}`))
    const kept = await timed(() => Promise.all(Array.from({ length: AT_ONCE }, () => get(picture))))
    const health = await timed(() => Promise.all(Array.from({ length: AT_ONCE }, () => get('/api/health'))))
    const poster = await get(`${CAMPAIGN}/poster.pdf`)
    console.log(`  the first picture ${first.toFixed(0)} ms, ${(bytes / 1000).toFixed(1)} kB`)
    console.log(`  one of a seat, drawn: median ${median(seats).toFixed(0)} ms of ${seats.length}`)
    console.log(`  ${AT_ONCE} at once, kept: ${kept.toFixed(0)} ms; as many of /api/health ${health.toFixed(0)} ms`)
    console.log(`  ratio ${(kept / health).toFixed(1)}; the poster ${poster.toFixed(0)} ms`)
  } finally {
    await product.stop()
    removeDataDir(product.dataDir)
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}
