import { setTimeout as wait } from 'node:timers/promises'
import type { z } from 'zod'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { parsedJson } from '@/lib/kernel/parsed-json'
import { MINUTE } from '@/lib/kernel/time/durations'
import { traced } from '@/lib/kernel/traces'

/** How the API is asked: how many requests at once, how long each may take, and the waits between tries, in milliseconds. */
export type RequestRate = { atOnce: number; withinMs: number; backoffMs: readonly number[] }

/** Gentle: 650 members are read in about a minute, and one that does not answer is tried for half a minute. */
export const GENTLE: RequestRate = { atOnce: 4, withinMs: 15_000, backoffMs: [1000, 2000, 4000, 8000, 16_000] }

export type MembersApi = { base: string; rate: RequestRate; signal?: AbortSignal | undefined }
/** Another service that is asked in the same way, and how it is called in messages. */
type Service = MembersApi & { called: string }

const LARGEST_BYTES = 2_000_000
const LONGEST_WAIT_MS = 2 * MINUTE

/**
 * Asks the Members API for `path` and gives what it answers, parsed; `null` for a 404. Answers that are late, cut
 * short, refused or of another shape are asked for again, with growing waits, or as long as `Retry-After` says.
 * Throws {@link ExpectedFailure} when it still does not answer, or wants to be left alone for more than two minutes.
 */
export function requestMembersApi<T>(api: MembersApi, path: string, shape: z.ZodType<T>): Promise<T | null> {
  return requestJson({ ...api, called: 'The Members API' }, path, shape)
}

/** Asks a service for JSON in the way of {@link requestMembersApi}. */
export async function requestJson<T>(
  { base, rate, signal, called }: Service,
  path: string,
  shape: z.ZodType<T>,
): Promise<T | null> {
  for (let tries = 0; ; tries += 1) {
    signal?.throwIfAborted()
    const answer = await traced({ name: called, kind: 'client' }, () => once(base + path, rate.withinMs, shape, signal))
    if ('found' in answer) return answer.found
    const usual = rate.backoffMs[tries]
    const waitMs = Math.max(usual ?? 0, answer.retryAfterMs ?? 0)
    if (answer.final || usual === undefined || waitMs > LONGEST_WAIT_MS) {
      throw new ExpectedFailure(`${called} ${answer.why}. Nothing was changed.`)
    }
    await wait(waitMs, undefined, signal ? { signal } : {})
  }
}

type Answer<T> = { found: T | null } | { why: string; final: boolean; retryAfterMs?: number }

async function once<T>(url: string, withinMs: number, shape: z.ZodType<T>, signal?: AbortSignal): Promise<Answer<T>> {
  const timeOut = AbortSignal.timeout(withinMs)
  let response: Response
  let text: string
  try {
    response = await fetch(url, {
      signal: signal ? AbortSignal.any([signal, timeOut]) : timeOut,
      headers: { accept: 'application/json', 'user-agent': 'dear-mp' },
    })
    text = await limitedText(response)
  } catch (error) {
    signal?.throwIfAborted()
    const why = timeOut.aborted
      ? `did not answer within ${withinMs / 1000} seconds`
      : 'could not be reached, or broke off'
    return { why, final: error instanceof TooLarge }
  }
  if (response.status === 404) return { found: null }
  if (!response.ok) return refused(response)
  const parsed = shape.safeParse(parsedJson(text))
  return parsed.success ? { found: parsed.data } : { why: `answered with something else than expected`, final: false }
}

function refused({ status, headers }: Response): Answer<never> {
  const passing = status === 429 || status === 408 || status >= 500
  const retryAfterMs = retryAfter(headers.get('retry-after'))
  return { why: `answered with status ${status}`, final: !passing, ...(retryAfterMs === null ? {} : { retryAfterMs }) }
}

/** How many milliseconds a `Retry-After` asks to wait, given in seconds or as a date (RFC 9110, section 10.2.3). */
export function retryAfter(said: string | null): number | null {
  if (!said) return null
  const seconds = /^\d+$/.test(said.trim()) ? Number(said) : (Date.parse(said) - Date.now()) / 1000
  return Number.isFinite(seconds) ? Math.max(0, seconds * 1000) : null
}

class TooLarge extends Error {}

async function limitedText(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for await (const bytes of response.body ?? []) {
    size += bytes.byteLength
    if (size > LARGEST_BYTES) throw new TooLarge()
    text += decoder.decode(bytes, { stream: true })
  }
  return text + decoder.decode()
}
