import { SNAPSHOT_FILE } from '@/lib/directory/members-api/testing'
import { changesBetween } from './changes-between'
import { madeChanges } from './made-changes'
import { reportOf } from './report'
import { onStage } from './stage'

/** As many as lie between the two real lists. */
const REAL_DAYS = 139
const YEAR = 365

/**
 * A year of changes of membership, day by day: a played Members API is synced with, letters are written, confirmed, chased
 * and posted, and sent to a played mail service. Each evening every letter is held against who was listed.
 * `--from=FILE` and `--to=FILE`: two lists of members whose differences are played as well; without `--from` what is made
 * up is all that changes, and without `--to` they lead to the snapshot. `--every-night` syncs where nothing changed, too.
 */
export function year(options: string[]): Promise<void> {
  const given = (name: string) => options.find((option) => option.startsWith(`--${name}=`))?.slice(name.length + 3)
  const from = given('from') ?? given('to') ?? SNAPSHOT_FILE
  const began = performance.now()
  return onStage({ from, everyNight: options.includes('--every-night') }, async ({ house, writers, days, list }) => {
    const real = changesBetween(list(from), list(given('to') ?? SNAPSHOT_FILE), REAL_DAYS)
    const seats = real.changes.map(({ seat }) => seat)
    const made = madeChanges(list(from), seats)
    house.expect([...real.changes, ...made])
    console.log(
      `  ${real.people} seats with another person or none and ${real.corrected} with another name, party or address between the two lists; ${made.length} changes made up`,
    )
    await days.until(YEAR)
    reportOf(days, writers, performance.now() - began)
  })
}
