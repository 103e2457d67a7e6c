import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import type { Refusal } from '@/lib/kernel/faults/errors'
import { MINUTE } from '@/lib/kernel/time/durations'
import type { PrintedLetter } from '@/lib/letters/printed/letter-pdf'
import { draw } from './draw'
import { drawingPool, WAITING_MOST } from './pool'

const letter: PrintedLetter = {
  written: {
    subject: 'The people of Artsakh',
    body: 'Please act.',
    salutation: 'Dear Rachel Blake,',
    signOff: 'Yours sincerely,',
    name: 'Siân Łukasz',
    address: ['7 Quince Row'],
    postcode: 'CF10 1AA',
    email: 'sian@example.org',
  },
  to: ['House of Commons'],
  date: '6 October 2020',
}

/** Draws as it is told to: at once, never ending, or falling. */
const file = join(mkdtempSync(join(tmpdir(), 'dear-mp-thread-')), 'thread.mjs')
writeFileSync(
  file,
  `export default async ({ from }) => {
    if (from === 'stuck') for (;;);
    if (from === 'waits') await new Promise((done) => setTimeout(done, 50))
    if (from === 'falls') throw new Error('Planted.')
    if (from === 'eats') for (const all = []; ; ) all.push(new Array(1e6).fill(0))
    return from
  }`,
)
const order = (from: string) => ({ drawing: 'letter', from }) as never

describe('what is drawn', () => {
  // On a busy machine its module alone takes seconds to load.
  const pool = drawingPool({ longest: 2 * MINUTE })
  afterAll(() => pool.close())

  test('comes from a thread of its own, in each of its kinds', async () => {
    const text = (file: unknown) => Buffer.from(file as Uint8Array).toString('latin1', 0, 5)
    expect(text(await draw({ drawing: 'letter', from: letter }, pool))).toBe('%PDF-')
    const shared = {
      ...{ name: '', title: 'Ask your MP', count: '37 people have written', progress: 0.4 },
      ...{ palette: 'commons', seat: null },
    }
    expect(text(await draw({ drawing: 'share', from: shared }, pool)).slice(1, 4)).toBe('PNG')
    const create = { width: 700, height: 400, channels: 3, background: '#0a5c3c' } as const
    const png = new Uint8Array(await sharp({ create }).png().toBuffer())
    expect(await draw({ drawing: 'upload', from: png }, pool)).toMatchObject({ width: 700, height: 400 })
    expect(await draw({ drawing: 'upload', from: new Uint8Array() }, pool)).toEqual({
      refused: 'Choose a picture: that file is empty',
    })
    expect(pool.threads()).toBeGreaterThan(0)
  })
})

describe('a pool', () => {
  test('begins no thread before something is to be drawn', async () => {
    const pool = drawingPool({ file })
    expect(pool.threads()).toBe(0)
    await pool.run({ from: 'one' })
    expect(pool.threads()).toBe(1)
    await pool.close()
  })

  test('draws so many, has so many wait, and refuses those beyond with when to come back', async () => {
    const pool = drawingPool({ file, threads: 1 })
    const all = Array.from({ length: 100 }, () => draw(order('waits'), pool))
    const settled = await Promise.allSettled(all)
    const refused = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as Refusal] : []))
    expect(refused).toHaveLength(100 - 1 - WAITING_MOST)
    expect(refused[0]).toMatchObject({ code: 'unavailable', retryAt: expect.any(Date) })
    // And then there is room again.
    expect(await draw(order('after'), pool)).toBe('after')
    await pool.close()
  })

  test('ends a drawing that is stuck, and goes on with those behind it', async () => {
    const pool = drawingPool({ file, threads: 1, longest: 1000 })
    const stuck = draw(order('stuck'), pool)
    const behind = draw(order('behind'), pool)
    await expect(stuck).rejects.toMatchObject({ code: 'unavailable' })
    expect(await behind).toBe('behind')
    await pool.close()
  })

  test.each(['falls', 'eats'])('outlives a drawing that %s', async (how) => {
    const pool = drawingPool({ file, threads: 1 })
    await expect(draw(order(how), pool)).rejects.toThrow()
    expect(await draw(order('after'), pool)).toBe('after')
    await pool.close()
  })
})
