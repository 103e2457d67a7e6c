import { asc, eq } from 'drizzle-orm'
import {
  type HeldReason,
  type LetterState,
  letterEvents,
  letters,
  links,
  type PlacingKind,
  supporters,
  type TokenPurpose,
} from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { keptUnder, type Link, linkIn } from '@/lib/kernel/secrets/tokens'
import { openPerson, type Person } from '@/lib/supporters/open-person'
import { type LetterText, unsealText } from './sealed-text'

/** A letter with its writer, opened. `person` and `text` are null once erased. */
export type OpenLetter = {
  id: string
  supporterId: string
  /** The letter that this one chases. */
  chases: string | null
  campaignId: string
  versionId: string
  constituencyCode: string
  /** How postcode and seat agreed on submitting, and the other seats that the postcode was placed in, by name. */
  placing: PlacingKind
  placedIn: string[]
  state: LetterState
  heldReason: HeldReason | null
  /** `null` where the text says too little to tell. */
  ownShare: number | null
  mpId: string | null
  resent: number
  /** Which code confirms it. */
  codeRound: number
  emailChanges: number
  round: number
  reflectedAt: Date | null
  notGenuineAt: Date | null
  networkHash: string | null
  mailDomainHash: string | null
  ownSketch: string | null
  createdAt: Date
  mailedAt: Date | null
  confirmedAt: Date | null
  acceptedAt: Date | null
  copiedAt: Date | null
  endedAt: Date | null
  /** When its writer said that they had sent it themselves. */
  sentByWriterAt: Date | null
  unsubscribedAt: Date | null
  person: Person | null
  text: LetterText | null
}

/** Opens one letter, or gives `null` when there is none. */
export async function findLetter(ctx: Context, letterId: string): Promise<OpenLetter | null> {
  const [row] = await ctx.db
    .select({ letter: letters, supporter: supporters })
    .from(letters)
    .innerJoin(supporters, eq(supporters.id, letters.supporterId))
    .where(eq(letters.id, letterId))
  return row ? opened(row.letter, row.supporter) : null
}

/**
 * A link and the letter that it leads to, in one statement; each `null` where there is none: the link also when it is
 * forged, of another purpose, or erased.
 */
export async function findLinkedLetter(
  ctx: Context,
  purpose: TokenPurpose,
  token: string,
): Promise<{ link: Link | null; letter: OpenLetter | null }> {
  const hash = keptUnder(purpose, token)
  if (hash === null) return { link: null, letter: null }
  const [row] = await ctx.db
    .select({ link: links, letter: letters, supporter: supporters })
    .from(links)
    .leftJoin(letters, eq(letters.id, links.letterId))
    .leftJoin(supporters, eq(supporters.id, letters.supporterId))
    .where(eq(links.hash, hash))
  const link = row ? linkIn(ctx, purpose, row.link) : null
  const letter = link && row?.letter && row.supporter ? opened(row.letter, row.supporter) : null
  return { link, letter }
}

function opened(
  { textSealed, ...letter }: typeof letters.$inferSelect,
  supporter: typeof supporters.$inferSelect,
): OpenLetter {
  return {
    ...letter,
    unsubscribedAt: supporter.unsubscribedAt,
    person: openPerson(supporter),
    text: textSealed ? unsealText(textSealed, letter.id) : null,
  }
}

/** What became of a letter, oldest first. */
export function letterHistory(ctx: Context, letterId: string) {
  return ctx.db
    .select({ state: letterEvents.state, reason: letterEvents.reason, at: letterEvents.at })
    .from(letterEvents)
    .where(eq(letterEvents.letterId, letterId))
    .orderBy(asc(letterEvents.id))
}
