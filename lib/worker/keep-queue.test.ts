import { beforeEach, expect, test } from 'vitest'
import { log } from '@/lib/kernel/log'
import { keepQueue } from './keep-queue'

beforeEach(() => {
  log.level = 'silent'
})

/** In place of the queue's own: each is ended by the test, or by being stopped. */
function played(failing = 0) {
  const done: string[] = []
  const running: { end(error?: Error): void }[] = []
  let starts = 0
  return {
    done,
    running,
    start: async () => {
      if (starts++ > 0 && starts <= failing + 1) throw new Error('The database is away.')
      done.push('started')
      let end = (_error?: Error) => {}
      const promise = new Promise<void>((ended, failed) => {
        end = (error) => (error ? failed(error) : ended())
      })
      running.push({ end })
      const stop = async () => {
        done.push('stopped')
        end()
      }
      return { promise, stop }
    },
    free: async () => void done.push('freed'),
    againMs: 0,
  }
}

test.each([
  ['with an error', new Error('Could not completeJobs')],
  ['without a word', undefined],
])(
  'a queue that ends by itself %s is started again, its jobs are free before, and then it can be stopped',
  async (_, error) => {
    const queue = played(2)
    const kept = await keepQueue(queue)
    queue.running[0]?.end(error)
    await expect.poll(() => queue.done).toEqual(['started', 'freed', 'freed', 'freed', 'started'])
    await kept.stop()
    expect(queue.done.slice(5)).toEqual(['stopped'])
  },
)

test('one that is stopped is not started again', async () => {
  const queue = played()
  const kept = await keepQueue(queue)
  await kept.stop()
  expect(queue.done).toEqual(['started', 'stopped'])
})
