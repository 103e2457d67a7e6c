import type { CampaignContent } from '@/lib/content/content'
import type { Seat } from '@/lib/directory/lookup'
import type { Context } from '@/lib/kernel/context'
import { isEnoughToTell, wordsThatCount } from './enough-to-tell'
import { highestOverlap } from './overlap'
import { ownWordsAndShare } from './own-share'
import { sketchOf } from './sketch'

/**
 * How a letter compares: shares from 0 to 1 (`ownShare` is `null` where it says too little to tell), how many words are
 * its writer's own, and the sketches by which later ones are compared with it.
 */
export type Measure = {
  ownShare: number | null
  ownWords: number
  overlap: number
  sketch: string
  ownSketch: string | null
}

/** Fewer own words than this say nothing of where a letter came from: two people find the same few. */
const OWN_WORDS_LEAST = 25

type Measured = { content: CampaignContent; seat: Pick<Seat, 'name' | 'mp'>; body: string }

/** Measures a body against every wording that staff have written in `content`, and against earlier letters to the seat's MP. */
export async function measureLetter(
  ctx: Context,
  { content, seat, body }: Measured & { seat: Pick<Seat, 'code'> },
): Promise<Measure> {
  const { own, share } = ownWordsAndShare(body, content, namesOf(seat))
  const sketches = await sketchesFor(ctx, body, own)
  return {
    ownShare: isEnoughToTell(body) ? share : null,
    ownWords: wordsThatCount(own),
    overlap: await highestOverlap(ctx, seat.code, sketches.sketch),
    ...sketches,
  }
}

type Sketches = Pick<Measure, 'sketch' | 'ownSketch'>

/** The sketches alone of a body whose letter was measured before. */
export function sketchesOf(ctx: Context, { content, seat, body }: Measured): Promise<Sketches> {
  return sketchesFor(ctx, body, ownWordsAndShare(body, content, namesOf(seat)).own)
}

async function sketchesFor(ctx: Context, body: string, own: string[]): Promise<Sketches> {
  return {
    sketch: await sketchOf(ctx, body),
    ownSketch: own.length < OWN_WORDS_LEAST ? null : await sketchOf(ctx, own.join(' ')),
  }
}

/** What of a letter is its seat's, in whoever's words it stands. */
function namesOf({ name, mp }: Measured['seat']): string[] {
  return [name, `the ${name}`, mp?.name ?? '']
}
