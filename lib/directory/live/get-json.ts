import { limitedText } from '@/lib/kernel/limited-text'
import { traced } from '@/lib/kernel/traces'

/** An answer in JSON: its status and what it holds. */
export type JsonAnswer = { status: number; body: unknown }

const LARGEST_BYTES = 500_000

/**
 * Asks once. Null when there is no answer within `withinMs` milliseconds, or none in JSON: what went wrong at a
 * third party is of no use to a supporter, and is never passed on.
 */
export function getJson(url: string, withinMs: number): Promise<JsonAnswer | null> {
  // Its host alone: the rest of the address holds what somebody has typed.
  const attributes = { 'server.address': new URL(url).hostname }
  return traced({ name: 'directory asked', kind: 'client', attributes }, () => ask(url, withinMs))
}

async function ask(url: string, withinMs: number): Promise<JsonAnswer | null> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(withinMs),
      headers: { accept: 'application/json', 'user-agent': 'dear-mp' },
      // Next keeps answers of fetch otherwise; a supporter's postcode is not to be kept.
      cache: 'no-store',
    })
    return { status: response.status, body: JSON.parse(await limitedText(response, LARGEST_BYTES)) }
  } catch {
    return null
  }
}
