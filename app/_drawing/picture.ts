import { cachedDrawing, isCached } from '@/app/_pictures/cached-drawing'
import { draw } from './draw'
import type { Order } from './drawings'
import { mayDraw } from './may-draw'

/**
 * A public picture, as it is kept or drawn anew where whoever asks has a turn left. `from` is all that it is drawn from.
 * `null` when there is none just now.
 */
export async function picture(key: string, from: string, order: Order<'share' | 'poster'>) {
  const draws = isCached(key, from) || (await mayDraw()) === true
  return cachedDrawing(key, from, draws ? async () => new Uint8Array(await draw(order)) : null)
}

/** Says that too much is being drawn, or by one connection: it comes when it is asked for again. */
export function notNow(): Response {
  return new Response('Too much is being drawn just now. Try again in a moment.', {
    status: 503,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', 'Retry-After': '10' },
  })
}
