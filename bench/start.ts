import { spawnSync } from 'node:child_process'
import { makeDataDir, removeDataDir, startProduct } from '@/e2e/fixtures/product'
import { median } from './median'

const STARTS = 5

/**
 * Starting on a built tree: first with an empty DATA_DIR, then again and again. Beside it, what Node itself
 * takes to load the program's largest library and end.
 */
export async function start(): Promise<void> {
  const dataDir = makeDataDir()
  try {
    const first = await timed(dataDir)
    const again: number[] = []
    for (let turn = 0; turn < STARTS; turn++) again.push(await timed(dataDir))
    const node = median(Array.from({ length: STARTS }, loadingNext))
    console.log(
      `  empty DATA_DIR, from command to "where to look": ${seconds(first)} (with a build, if there was none)`,
    )
    console.log(`  again: ${seconds(median(again))}, median of ${STARTS}; ${again.map(seconds).join(', ')}`)
    console.log(`  node loading next and ending: ${seconds(node)}; ratio ${(median(again) / node).toFixed(1)}`)
  } finally {
    removeDataDir(dataDir)
  }
}

async function timed(dataDir: string): Promise<number> {
  const began = performance.now()
  const product = await startProduct({ settings: { DATA_DIR: dataDir } })
  const took = performance.now() - began
  await product.stop()
  return took
}

function loadingNext(): number {
  const began = performance.now()
  spawnSync(process.execPath, ['-e', "require('next')"])
  return performance.now() - began
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`
}
