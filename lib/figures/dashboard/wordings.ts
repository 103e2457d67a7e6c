import { sql } from 'drizzle-orm'
import type { LetterState } from '@/db/schema/index'
import type { CampaignContent } from '@/lib/content/content'
import { contentFor } from '@/lib/content/content-for-mp'
import { writtenContent } from '@/lib/content/find-campaign'
import { say } from '@/lib/content/wordings/sentence'
import type { Context } from '@/lib/kernel/context'
import { type KitWording, letterKit, type Slot } from '@/lib/writing/wordings/letter-kit'
import { momentWithin, ofCampaign, type Scope } from './scope'

/** Of so many letters it is looked at which wordings they were given: the latest. */
export const WORDINGS_OF = 5000

/** A wording of a slot of the letter, and how far those who were given any sentence of it have come. */
export type WordingFigures = {
  slot: Slot
  /** The ask that it argues or names; empty for the rest of the letter. */
  ask: string
  /** As staff wrote it, with its alternatives. */
  source: string
  /** The same as it reads in its first form. */
  words: string
  given: number
  confirmed: number
  /** Letters that have anything in this slot. */
  whole: number
}

type Given = { version: string; group: string; sentences: number[]; confirmed: boolean }
type Kept = Omit<WordingFigures, 'given' | 'confirmed' | 'whole'> & { key: string; place: string }

/**
 * Which wordings the latest letters of a campaign were given, of those submitted in a scope that have had a day to be
 * confirmed, and how many were; a slot's most given first. The same words count as one through all versions, voices and groups.
 */
export async function wordingFigures(
  ctx: Context,
  scope: Scope & { campaignId: string },
): Promise<{ letters: number; wordings: WordingFigures[] }> {
  const letters = await latestGiven(ctx, scope)
  const known = new Map<string, Map<number, Kept>>()
  const counts = new Map<string, WordingFigures>()
  const wholes = new Map<string, number>()
  for (const { version, group, sentences, confirmed } of letters) {
    const text = `${version} ${group}`
    const kept = known.get(text) ?? wordingsIn(await contentOf(ctx, version, group))
    known.set(text, kept)
    const inIt = new Map(sentences.flatMap((at) => kept.get(at) ?? []).map((one) => [one.key, one]))
    for (const place of new Set([...inIt.values()].map((one) => one.place))) {
      wholes.set(place, (wholes.get(place) ?? 0) + 1)
    }
    for (const { key, place: _, ...wording } of inIt.values()) {
      const sofar = counts.get(key) ?? { ...wording, given: 0, confirmed: 0, whole: 0 }
      sofar.given += 1
      sofar.confirmed += confirmed ? 1 : 0
      counts.set(key, sofar)
    }
  }
  const wordings = [...counts.values()]
    .map((each) => ({ ...each, whole: wholes.get(placeOf(each)) ?? 0 }))
    .sort((a, b) => b.given - a.given || a.source.localeCompare(b.source, 'en-GB'))
  return { letters: letters.length, wordings }
}

const WITHDRAWN = 'withdrawn' satisfies LetterState

async function latestGiven(ctx: Context, scope: Scope & { campaignId: string }): Promise<Given[]> {
  const aDayAgo = sql`${ctx.now().toISOString()}::timestamptz - interval '1 day'`
  // Unchecked: there are thousands of them.
  return ctx.db.execute<Given>(sql`
    select version_id as version, coalesce(given.group_id, '') as "group",
      jsonb_path_query_array(wording, '$.said[*].sentence') as sentences, confirmed
    from (
      select id, version_id, wording, confirmed_at is not null as confirmed from letters
      where ${momentWithin(sql`created_at`, scope)} and created_at <= ${aDayAgo} and ${ofCampaign(scope.campaignId)}
        and chases is null and reflected_at is null and not_genuine_at is null and state <> ${WITHDRAWN}
      order by created_at desc limit ${WORDINGS_OF}
    ) latest
    left join lateral (select group_id from wordings_given where letter_id = latest.id) given on true`)
}

/** The text that a letter was written from: as it reads for its group of MPs, where it was of one. */
async function contentOf(ctx: Context, version: string, group: string): Promise<CampaignContent> {
  const content = await writtenContent(ctx, version)
  return contentFor(content, content.groups.find(({ id }) => id === group) ?? null)
}

/** The wordings of a text by the numbers of their sentences. */
function wordingsIn(content: CampaignContent): Map<number, Kept> {
  const kit = letterKit(content)
  const all = [
    ...kit.voices.flatMap(({ slots, asks }) => [...Object.values(slots), ...asks.values()].flat()),
    ...kit.namings.values(),
  ]
  const kept = new Map<number, Kept>()
  for (const wording of new Set<KitWording>(all)) {
    const [first] = wording.sentences
    if (!first) continue
    const source = wording.sentences.map((each) => each.source).join(' ')
    const { slot, ask } = first
    const place = placeOf({ slot, ask })
    const words = wording.sentences.map((each) => say(each, 0)).join(' ')
    for (const { at } of wording.sentences) kept.set(at, { slot, ask, source, words, place, key: `${place} ${source}` })
  }
  return kept
}

function placeOf({ slot, ask }: { slot: Slot; ask: string }): string {
  return `${slot} ${ask}`
}
