import { type playMembersApi, withOthers } from '@/lib/directory/members-api/testing'
import type { playResend } from '@/lib/mailer/testing/play-resend'
import { salutation } from '@/lib/writing/salutation'
import { chance } from './chance'
import { checkLetters, type Taken } from './checks'
import type { Election } from './general-election'
import type { House } from './house'
import type { installation } from './installation'
import type { Writers } from './writers'

type Scene = {
  house: House
  api: Awaited<ReturnType<typeof playMembersApi>>
  service: Awaited<ReturnType<typeof playResend>>
  writers: Writers
  played: ReturnType<typeof installation>
  everyNight: boolean
}

/** Around a change of its seat, letters are written to it on some of these days. */
const [DAYS_BEFORE, DAYS_AFTER] = [4, 9]
/** Of those days, the part on which somebody writes. */
const PART_WRITTEN = 0.35
/** Of the nights on which nothing is listed otherwise than at the last sync, one in so many has a sync. */
const QUIET_EVERY = 28
/** So many contact details are read on a night on which the API breaks off. */
const BREAKS_BEHIND = 200
/** Nights on which the API breaks off, and days without sending: what was confirmed then goes a day later. */
const [BREAKS_EVERY, UNSENT_EVERY, LOST_ANSWER_EVERY] = [23, 5, 9]
/** The first nights without another change after these days: the list is empty, or shifted for a fifth of the seats. */
const ODD_NIGHTS = [
  { day: 100, members: () => [] },
  { day: 200, members: (house: House) => withOthers(house.members(), 130) },
]
const SENDING_HOURS = [10, 17, 22]
const TOLD_EVERY = 30
/** Letters to the seats of new members are spread over so many days of a dissolution. */
const DISSOLVED_DAYS = 30

/** Plays days one after the other, from the first. */
export function playDays({ house, api, service, writers, played, everyNight }: Scene) {
  const taken = new Map<string, Taken[]>()
  const nights = { quiet: 0, synced: 0, held: 0, 'failed at first': 0 }
  const evenings: { day: number; standing: Map<string, number> }[] = []
  const odd = [...ODD_NIGHTS]
  let next = 0
  let heard = 0
  let asked = 0
  let changed = 0

  async function playDay(day: number, election?: Election): Promise<void> {
    const changes = house.begin(day)
    changed += changes
    const first = odd[0]
    const isOdd = first !== undefined && day >= first.day && changes === 0
    api.members = isOdd ? first.members(house) : house.members()
    if (isOdd) odd.shift()
    const breaks = day % BREAKS_EVERY === BREAKS_EVERY - 1
    let contacts = 0
    api.failing = breaks
      ? (path) => (path.endsWith('/Contact') && ++contacts > BREAKS_BEHIND ? 'status 500' : null)
      : () => null
    const isQuiet = changes === 0 && !isOdd && !breaks && day % QUIET_EVERY !== 0
    const night = isQuiet && !everyNight ? await played.quietNight(day) : await played.night(day)
    nights[night] += 1
    asked += api.asked.length
    api.asked.length = 0
    if (night === 'held' && !isOdd) {
      played.at(day, 9)
      await played.letIn()
    }
    played.at(day, 9, 30)
    await write(day, election)
    const unsent = day % UNSENT_EVERY === UNSENT_EVERY - 1
    if (!unsent) for (const hours of SENDING_HOURS) await send(day, hours)
    played.at(day, 23)
    const { standing, toPost } = await checkLetters(
      played.ctx,
      { house, day, mayBeQueued: unsent },
      writers.confirmed,
      taken,
    )
    evenings.push({ day, standing })
    if (day % TOLD_EVERY === 0)
      console.log(`  day ${day}: ${writers.confirmed.size} letters confirmed, ${taken.size} sent`)
    await writers.post(played.ctx, toPost, day)
  }

  async function write(day: number, election?: Election): Promise<void> {
    const changing = house.seats.filter((seat) => house.changesWithin(seat, day - DAYS_AFTER, day + DAYS_BEFORE))
    const other = house.seats[Math.floor(chance('seat', day) * house.seats.length)] ?? ''
    // Around a general election that would be every seat.
    const near = changing.length > house.seats.length / 2 ? [] : changing
    const written = near.filter((seat) => chance('write', day, seat) < PART_WRITTEN)
    for (const seat of [...written, other, ...toNewMembers(day, election)]) await writers.write(played.ctx, seat, day)
    await writers.confirmDue(played.ctx, day)
    await writers.chaseDue(played.ctx, day)
  }

  async function send(day: number, hours: number): Promise<void> {
    played.at(day, hours)
    await played.work({ losesAnswer: day % LOST_ANSWER_EVERY === 0 && hours === SENDING_HOURS[0] })
    for (const { to, text, tags } of service.taken.slice(heard)) {
      const tag = (name: string) => tags.find((each) => each.name === name)?.value
      if (tag('kind') !== 'letter') continue
      noteTaken(tag('letter') ?? '', { day, to, text })
    }
    heard = service.taken.length
  }

  function noteTaken(id: string, { day, to, text }: Omit<Taken, 'memberId'>): void {
    const seat = writers.confirmed.get(id)?.seat ?? ''
    const person = house.sits(seat)?.person
    if (!person || person.email !== to || !text.startsWith(`${salutation(person.name)},`)) {
      throw new Error(
        `Day ${day}: a letter for ${seat} went to ${to}, and ${person?.name ?? 'nobody'} is listed there.`,
      )
    }
    taken.set(id, [...(taken.get(id) ?? []), { day, to, text, memberId: person.memberId }])
    writers.noteSent(id, day)
  }

  return {
    taken,
    nights,
    evenings,
    changed: () => changed,
    mails: () => service.taken.length,
    asked: () => asked,
    async until(end: number, election?: Election): Promise<void> {
      for (; next <= end; next++) await playDay(next, election)
    },
  }
}

function toNewMembers(day: number, election?: Election): string[] {
  if (!election) return []
  return election.newSeats.filter((_, place) => election.dissolved + (place % DISSOLVED_DAYS) === day)
}
