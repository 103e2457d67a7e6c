import { expect, test } from 'vitest'
import { z } from 'zod'
import { rowId } from '@/lib/kernel/id'
import { rolledBack } from '@/lib/mailer/testing/context'
import { declareJob, defineJob, handles } from './define-job'
import { enqueue } from './enqueue'

const carried = z.object({ letterId: rowId, reminder: z.boolean() })
const letterId = '018f3c54-9a01-7c3b-8a55-0d8b3f6f2a11'
const { signal } = new AbortController()

test('a job is given what it carries, and no field that it does not know', () =>
  rolledBack(async (ctx) => {
    const taken: unknown[] = []
    const job = handles(declareJob('a-job', carried), async (_, payload) => taken.push(payload))
    // The queue adds when a job that is due by the clock was due.
    await job.take(ctx, { letterId, reminder: true, _cron: { ts: '2026-11-10T12:00:00Z' } }, signal)
    expect(taken).toEqual([{ letterId, reminder: true }])
  }))

test('an old or broken payload fails with the names of its fields, and nothing that they hold', () =>
  rolledBack(async (ctx) => {
    const job = defineJob('a-job', carried, async () => {
      throw new Error('It was done.')
    })
    const failed = async (payload: unknown) => job.take(ctx, payload, signal).catch((error: Error) => error.message)
    expect(await failed({ letterId: 'Zuleika Dobson', reminder: 'zuleika@example.org' })).toBe(
      'A job "a-job" does not carry what it should: letterId (invalid_format), reminder (invalid_type).',
    )
    expect(await failed({ letterId })).toBe('A job "a-job" does not carry what it should: reminder (invalid_type).')
    expect(await failed('Zuleika')).toBe('A job "a-job" does not carry what it should: all of it (invalid_type).')
  }))

test('nothing is queued that the job does not carry', () =>
  rolledBack(async (ctx) => {
    const job = declareJob('a-job', carried)
    await expect(enqueue(ctx, job, { letterId: 'no id', reminder: true })).rejects.toThrow()
  }))
