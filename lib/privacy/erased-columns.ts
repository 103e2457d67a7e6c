import type { letters, supporters } from '@/db/schema/index'

/** `stays`: counted, or a moment, and nobody's any more. Else it is emptied with the text, or with the person. */
type Fate = 'stays' | { with: 'text' | 'person'; becomes: null | [] }
type Fates<Row> = Record<keyof Row, Fate>

const text = { with: 'text', becomes: null } as const
const person = { with: 'person', becomes: null } as const

/** What becomes of each column of a letter's row, which outlives its writer: a column without a fate does not compile. */
export const letterFates: Fates<typeof letters.$inferSelect> = {
  textSealed: text,
  sketch: text,
  ownSketch: text,
  mailDomainHash: person,
  // The purge empties it sooner, by itself.
  networkHash: person,
  placedIn: { with: 'person', becomes: [] },
  id: 'stays',
  campaignId: 'stays',
  versionId: 'stays',
  supporterId: 'stays',
  chases: 'stays',
  constituencyCode: 'stays',
  state: 'stays',
  heldReason: 'stays',
  asks: 'stays',
  wording: 'stays',
  ownShare: 'stays',
  ownWords: 'stays',
  answered: 'stays',
  ownLikeness: 'stays',
  reviewRule: 'stays',
  turnAt: 'stays',
  notGenuineAt: 'stays',
  overlap: 'stays',
  placing: 'stays',
  mpId: 'stays',
  resent: 'stays',
  codeRound: 'stays',
  codeTries: 'stays',
  emailChanges: 'stays',
  sourceId: 'stays',
  createdAt: 'stays',
  mailedAt: 'stays',
  remindedAt: 'stays',
  confirmedAt: 'stays',
  acceptedAt: 'stays',
  copiedAt: 'stays',
  endedAt: 'stays',
  replyAskedAt: 'stays',
  waitEndToldAt: 'stays',
  dueAt: 'stays',
  round: 'stays',
  triedSince: 'stays',
  tries: 'stays',
  reflectedAt: 'stays',
  complainedAt: 'stays',
  sentByWriterAt: 'stays',
  sentByWriterBy: 'stays',
}

/** What becomes of each column of a supporter, once what it belongs to goes. */
export const supporterFates: Fates<typeof supporters.$inferSelect> = {
  nameSealed: person,
  emailSealed: person,
  postcodeSealed: person,
  emailHash: person,
  identityHash: person,
  id: 'stays',
  campaignId: 'stays',
  submissionId: 'stays',
  householdPlace: 'stays',
  repeatOf: 'stays',
  constituencyCode: 'stays',
  updatesAskedAt: 'stays',
  updatesRefusedAt: 'stays',
  updatesWording: 'stays',
  updatesWordingVersion: 'stays',
  updatesKind: 'stays',
  updatesBasis: 'stays',
  createdAt: 'stays',
  confirmedAt: 'stays',
  unsubscribedAt: 'stays',
  bouncedAt: 'stays',
  erasedAt: 'stays',
}

/** The columns that go with these, each as it then is: what an update sets. */
export function emptied<Row extends object>(fates: Fates<Row>, goWith: readonly ('text' | 'person')[]): Partial<Row> {
  const gone = Object.entries<Fate>(fates).flatMap(([column, fate]) =>
    fate !== 'stays' && goWith.includes(fate.with) ? [[column, fate.becomes] as const] : [],
  )
  // A column that cannot be null is given an empty list above, or the database refuses it: the purge's tests see that.
  return Object.fromEntries(gone) as unknown as Partial<Row>
}
