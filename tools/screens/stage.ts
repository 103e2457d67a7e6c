import { desc, eq, sql } from 'drizzle-orm'
import { type LetterState, letterEvents, letters } from '@/db/schema/index'
import { ByHttp } from '@/e2e/fixtures/by-http'
import { linkIn, Mailbox } from '@/e2e/fixtures/mailbox'
import { makePerson, type Person } from '@/e2e/fixtures/person'
import type { Context } from '@/lib/kernel/context'

/** The product that is looked at, and its database. */
export type Stage = { ctx: Context; url: string; dataDir: string }

type Fate = Partial<
  Pick<
    typeof letters.$inferInsert,
    | 'state'
    | 'heldReason'
    | 'reviewRule'
    | 'dueAt'
    | 'confirmedAt'
    | 'acceptedAt'
    | 'copiedAt'
    | 'notGenuineAt'
    | 'endedAt'
  >
>
type Moved = { state: LetterState; reason?: string | null; note?: string | null }

const NAMES = ['Anna Sarkissian', 'Huw Pritchard', 'Moira Campbell', 'Farah Siddiqui', 'Tom Ashworth', 'Grace Adeyemi']
let people = 0

/** Somebody who has not written yet. */
export function somebody(): Person {
  const name = NAMES[people % NAMES.length] ?? ''
  people += 1
  const email = `${name.split(' ')[0]?.toLowerCase()}.${people}@example.org`
  return { ...makePerson(), name, email }
}

/** A letter that is confirmed, its id, once its copy has gone where it is sent at all. */
export async function signed({ ctx, url }: Stage, postcode: string, person = somebody()): Promise<string> {
  await new ByHttp(url).sign(postcode, person)
  await new Mailbox(url).waitFor({ to: person.email, says: '/letters/' })
  return newestLetter(ctx)
}

/** The link that confirms a letter which was just submitted, and the page that says so. */
export async function submitted({ url }: Stage, postcode: string, person = somebody()) {
  const mailbox = new Mailbox(url)
  const wanted = { to: person.email, says: '/confirm/' }
  const before = (await mailbox.find(wanted)).length
  const { location } = await new ByHttp(url).submit(postcode, person)
  const mail = await mailbox.waitFor(wanted, before + 1)
  return { person, sent: location ?? '', confirm: linkIn(mail, 'confirm'), notMe: linkIn(mail, 'not-me') }
}

/** Leaves a letter as it would be after these moves, whatever would have to happen for them. */
export async function fated({ ctx }: Stage, id: string, fate: Fate, moves: Moved[]): Promise<void> {
  await ctx.db.transaction(async (db) => {
    await db.execute(sql`alter table letters disable trigger letters_legal_move`)
    await db.update(letters).set(fate).where(eq(letters.id, id))
    await db.execute(sql`alter table letters enable trigger letters_legal_move`)
    const kept = fate.confirmedAt === null ? ['unconfirmed'] : ['unconfirmed', 'queued']
    await db.delete(letterEvents).where(sql`letter_id = ${id} and state not in ${kept}`)
    for (const { state, reason = null, note = null } of moves) {
      await db.insert(letterEvents).values({ letterId: id, state, reason, note, at: ctx.now() })
    }
  })
}

/** The id of the letter that was written last. */
export async function newestLetter({ db }: Context): Promise<string> {
  const [row] = await db.select({ id: letters.id }).from(letters).orderBy(desc(letters.createdAt)).limit(1)
  if (!row) throw new Error('There is no letter.')
  return row.id
}
