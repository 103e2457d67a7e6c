import { deliveryGround } from '@/bench/delivery-ground'
import { findCampaign } from '@/lib/content/find-campaign'
import { firstCampaign } from '@/lib/content/first-campaign'
import { importMembers } from '@/lib/directory/members/import'
import { membersOf, type PlayedMember, playMembersApi } from '@/lib/directory/members-api/testing'
import { foldName } from '@/lib/directory/search/fold-name'
import { allSeats } from '@/lib/directory/seats'
import { log } from '@/lib/kernel/log'
import { DAY } from '@/lib/kernel/time/durations'
import { House } from './house'
import { installation } from './installation'
import { playDays } from './play-days'
import { Writers } from './writers'

/** After the snapshot's date, so that nothing is known before it happened. */
const START = new Date('2027-02-12T00:00:00Z')

type Given = {
  /** The list of members that it begins with. */
  from: string
  /** The day on which Parliament is known to be dissolved. */
  dissolved?: number
  everyNight: boolean
}
type Stage = {
  house: House
  writers: Writers
  days: ReturnType<typeof playDays>
  list(path: string): PlayedMember[]
}

/** An installation that has known a list of members for a month, with a played Members API and a played mail service. */
export async function onStage({ from, dissolved, everyNight }: Given, play: (stage: Stage) => Promise<void>) {
  const ground = await deliveryGround({ killed: false })
  log.level = 'fatal'
  const api = await playMembersApi([])
  try {
    const codes = new Map((await allSeats(ground.ctx)).map(({ name, code }) => [name, code]))
    const names = [...codes.keys()]
    const house = new House(names, listOf(from, names))
    const dates = dissolved === undefined ? [] : [dateOf(dissolved)]
    const played = installation(ground, api, dates, START)
    const campaign = await findCampaign(played.ctx, firstCampaign.slug)
    if (!campaign) throw new Error('The first campaign is not published.')
    const writers = new Writers(campaign, codes)
    played.at(-30, 12)
    await importMembers(
      played.ctx,
      names.map((name, line) => ({ code: codes.get(name) ?? '', member: house.sits(name)?.person ?? null, line })),
    )
    const days = playDays({ house, api, service: ground.service, writers, played, everyNight })
    await play({ house, writers, days, list: (path) => listOf(path, names) })
  } finally {
    await api.close()
    await ground.close()
  }
}

function dateOf(day: number): string {
  return new Date(START.getTime() + day * DAY).toISOString().slice(0, 10)
}

/** The members of a file, whose seats are called as the directory calls them. */
function listOf(path: string, names: readonly string[]): PlayedMember[] {
  const ours = new Map(names.map((name) => [foldName(name), name]))
  return membersOf(path).map((member) => {
    const constituency = ours.get(foldName(member.constituency))
    if (!constituency) throw new Error(`${path} names "${member.constituency}", which the directory does not have.`)
    return { ...member, constituency }
  })
}
