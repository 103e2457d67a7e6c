import { SingleBar } from 'cli-progress'

export type Progress = (what: string, step: { done: number; total: number }) => void

const PARTS = 4

/**
 * Runs `work` and shows how far it has come: as a bar on a terminal, as a few plain lines elsewhere. The bar goes to
 * standard error, so that what is piped on is the outcome alone.
 */
export async function withProgress<T>(work: (onProgress: Progress) => Promise<T>): Promise<T> {
  if (!process.stderr.isTTY) return work(plainLines())
  const bar = new SingleBar({
    format: '{what} {bar} {value}/{total}, {eta_formatted} to go',
    hideCursor: true,
    barsize: 30,
    fps: 5,
  })
  let now = ''
  try {
    return await work((what, { done, total }) => {
      if (what !== now) {
        bar.stop()
        bar.start(total, done, { what })
      }
      now = what
      bar.setTotal(total)
      bar.update(done)
    })
  } finally {
    bar.stop()
  }
}

function plainLines(): Progress {
  let said = ''
  return (what, { done, total }) => {
    const part = total === 0 ? 0 : Math.floor((done / total) * PARTS)
    const line = `${what}: ${Math.floor((total * part) / PARTS)} of ${total}\n`
    if (part > 0 && line !== said) process.stdout.write(line)
    if (part > 0) said = line
  }
}
