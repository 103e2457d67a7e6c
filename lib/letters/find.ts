// State: one copy in a process.
import { asc, eq, sql } from 'drizzle-orm'
import { madeOnce } from '@/db/made-once'
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

/** What of a letter and its writer is read: half of their columns, since this is asked more often than anything. */
const OF_LETTER = {
  id: letters.id,
  supporterId: letters.supporterId,
  chases: letters.chases,
  campaignId: letters.campaignId,
  versionId: letters.versionId,
  constituencyCode: letters.constituencyCode,
  placing: letters.placing,
  placedIn: letters.placedIn,
  state: letters.state,
  heldReason: letters.heldReason,
  ownShare: letters.ownShare,
  mpId: letters.mpId,
  resent: letters.resent,
  codeRound: letters.codeRound,
  emailChanges: letters.emailChanges,
  round: letters.round,
  reflectedAt: letters.reflectedAt,
  notGenuineAt: letters.notGenuineAt,
  networkHash: letters.networkHash,
  mailDomainHash: letters.mailDomainHash,
  ownSketch: letters.ownSketch,
  createdAt: letters.createdAt,
  mailedAt: letters.mailedAt,
  confirmedAt: letters.confirmedAt,
  acceptedAt: letters.acceptedAt,
  copiedAt: letters.copiedAt,
  endedAt: letters.endedAt,
  sentByWriterAt: letters.sentByWriterAt,
  textSealed: letters.textSealed,
}
const OF_WRITER = {
  id: supporters.id,
  unsubscribedAt: supporters.unsubscribedAt,
  nameSealed: supporters.nameSealed,
  emailSealed: supporters.emailSealed,
  postcodeSealed: supporters.postcodeSealed,
}

const letterById = madeOnce((db) =>
  db
    .select({ letter: OF_LETTER, writer: OF_WRITER })
    .from(letters)
    .innerJoin(supporters, eq(supporters.id, letters.supporterId))
    .where(eq(letters.id, sql.placeholder('id')))
    .prepare('letter by id'),
)

const letterByLink = madeOnce((db) =>
  db
    .select({ link: links, letter: OF_LETTER, writer: OF_WRITER })
    .from(links)
    .leftJoin(letters, eq(letters.id, links.letterId))
    .leftJoin(supporters, eq(supporters.id, letters.supporterId))
    .where(eq(links.hash, sql.placeholder('hash')))
    .prepare('letter by link'),
)

/** Opens one letter, or gives `null` when there is none. */
export async function findLetter(ctx: Context, letterId: string): Promise<OpenLetter | null> {
  const [row] = await letterById(ctx.db).execute({ id: letterId })
  return row ? opened(row.letter, row.writer) : null
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
  const [row] = await letterByLink(ctx.db).execute({ hash })
  const link = row ? linkIn(ctx, purpose, row.link) : null
  const letter = link && row?.letter && row.writer ? opened(row.letter, row.writer) : null
  return { link, letter }
}

type Row = {
  letter: Pick<typeof letters.$inferSelect, keyof typeof OF_LETTER>
  writer: Pick<typeof supporters.$inferSelect, keyof typeof OF_WRITER>
}

function opened({ textSealed, ...letter }: Row['letter'], writer: Row['writer']): OpenLetter {
  return {
    ...letter,
    unsubscribedAt: writer.unsubscribedAt,
    person: openPerson(writer),
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
