import { eq } from 'drizzle-orm'
import { writtenLetter } from '@/bench/written-letter'
import { letters } from '@/db/schema/index'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import type { Context } from '@/lib/kernel/context'
import { chaseLetter } from '@/lib/letters/chasing/chase-letter'
import { confirmLetter } from '@/lib/letters/confirming/confirm'
import { markSentByWriter } from '@/lib/letters/printed/sent-by-writer'
import { chance } from './chance'

/** A confirmed letter, as whoever wrote it knows it. */
export type Written = { id: string; seat: string; confirmed: number; chases: string | null }

const CONFIRMED_LATE = 0.3
const [CHASED, POSTED] = [0.4, 0.3]

/** Everybody who writes: what they have confirmed, and what was said to those who asked to chase or had posted. */
export class Writers {
  readonly #campaign: LiveCampaign
  readonly #codes: ReadonlyMap<string, string>
  readonly #unconfirmed: { id: string; seat: string; day: number }[] = []
  readonly #toChase: { first: Written; day: number }[] = []
  readonly confirmed = new Map<string, Written>()
  readonly notChased = new Map<string, number>()
  #count = 0

  constructor(campaign: LiveCampaign, codes: ReadonlyMap<string, string>) {
    this.#campaign = campaign
    this.#codes = codes
  }

  /** Somebody writes to a seat, and confirms it at once or, some of them, up to four days later. */
  async write(ctx: Context, seat: string, day: number): Promise<void> {
    const nth = ++this.#count
    const id = await writtenLetter(ctx, this.#campaign, this.#codes.get(seat) ?? '', nth)
    const late = chance('late', nth) < CONFIRMED_LATE ? 1 + Math.floor(chance('days', nth) * 4) : 0
    this.#unconfirmed.push({ id, seat, day: day + late })
  }

  async confirmDue(ctx: Context, day: number): Promise<void> {
    for (const { id, seat } of takeDue(this.#unconfirmed, day)) {
      const { outcome } = await confirmLetter(ctx, id, { lifted: true })
      if (outcome !== 'confirmed') throw new Error(`A letter could not be confirmed: ${outcome}.`)
      this.confirmed.set(id, { id, seat, confirmed: day, chases: null })
    }
  }

  /** What was sent on this day may be chased 14 to 20 days later. */
  noteSent(id: string, day: number): void {
    const first = this.confirmed.get(id)
    if (!first || first.chases || chance('chase', id) >= CHASED) return
    this.#toChase.push({ first, day: day + 14 + Math.floor(chance('when', id) * 7) })
  }

  async chaseDue(ctx: Context, day: number): Promise<void> {
    for (const { first } of takeDue(this.#toChase, day)) {
      const words = { subject: 'Once more: the people of Artsakh', body: 'I have had no answer. Please give me one.' }
      const chased = await chaseLetter(ctx, first.id, { words, lifted: true })
      if ('kind' in chased) {
        this.notChased.set(chased.why, (this.notChased.get(chased.why) ?? 0) + 1)
        continue
      }
      const [row] = await ctx.db.select({ id: letters.id }).from(letters).where(eq(letters.chases, first.id))
      if (!row) throw new Error('A chase is not there.')
      this.confirmed.set(row.id, { id: row.id, seat: first.seat, confirmed: day, chases: first.id })
    }
  }

  /** Some of those who are asked to post their letter do, and say so. */
  async post(ctx: Context, ids: readonly string[], day: number): Promise<void> {
    for (const id of ids) if (chance('post', id, day) < POSTED) await markSentByWriter(ctx, id, 'post')
  }
}

/** Takes those whose day has come out of a list. */
function takeDue<T extends { day: number }>(all: T[], day: number): T[] {
  const due = all.filter((each) => each.day <= day)
  const later = all.filter((each) => each.day > day)
  all.splice(0, all.length, ...later)
  return due
}
