import { SNAPSHOT_FILE } from '@/lib/directory/members-api/testing'
import { generalElection } from './general-election'
import { reportEvenings, reportOf } from './report'
import { onStage } from './stage'

const DISSOLVED = 8
const AFTERWARDS = 14

/**
 * A dissolution, through which letters are held, and 335 new members 35 days later, whose addresses come over five days:
 * played as the year is.
 */
export function newParliament(): Promise<void> {
  const began = performance.now()
  const given = { from: SNAPSHOT_FILE, dissolved: DISSOLVED, everyNight: true }
  return onStage(given, async ({ house, writers, days }) => {
    await days.until(DISSOLVED - 1)
    const election = generalElection(house.members(), house.seats, DISSOLVED)
    house.expect(election.changes)
    await days.until(election.elected + AFTERWARDS, election)
    reportOf(days, writers, performance.now() - began)
    reportEvenings(days, election)
  })
}
