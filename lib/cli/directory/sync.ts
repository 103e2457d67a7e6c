import { withProgress } from '@/lib/cli/progress'
import type { MembersReport } from '@/lib/directory/members/compare'
import { GENTLE } from '@/lib/directory/members-api/request'
import { confirmSync, waitingSync } from '@/lib/directory/sync/decide-waiting-sync'
import { type Synced, syncMembers, trySync } from '@/lib/directory/sync/sync-members'
import { touchedSeats } from '@/lib/directory/sync/too-many-changes'
import type { Context } from '@/lib/kernel/context'
import { env } from '@/lib/kernel/env'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { reportLines } from './report-lines'
import { withDirectory } from './with-directory'

export type SyncWay = 'apply' | 'dry-run' | 'confirm'

/** Which way of syncing a command's options ask for; null for any others. */
export function syncWay(options: readonly string[]): SyncWay | null {
  if (options.length === 0) return 'apply'
  if (options.length > 1) return null
  return options[0] === '--dry-run' ? 'dry-run' : options[0] === '--confirm' ? 'confirm' : null
}

/** Syncs the MPs with the Members API, tries it, or confirms what was held, and prints the report. */
export async function sync(way: SyncWay): Promise<void> {
  if (way === 'confirm') return withDirectory(confirm)
  const { membersApiUrl } = env()
  if (!membersApiUrl) {
    throw new ExpectedFailure(
      'MEMBERS_API_URL is off, so there is nothing to sync with. Use import-members with a file.',
    )
  }
  const api = { base: membersApiUrl, rate: GENTLE }
  await withDirectory(async (ctx) => {
    const verb = way === 'dry-run' ? trySync : syncMembers
    const synced = await withProgress((onProgress) => verb(ctx, api, onProgress))
    if (!synced) throw new ExpectedFailure('Another sync is under way. Nothing was done by this one.')
    print(syncedLines(synced))
    if (way === 'dry-run') return print([`Nothing was changed. ${endOf(synced)}`])
    if (synced.outcome === 'held') throw new ExpectedFailure(heldLine(synced.report))
  })
}

async function confirm(ctx: Context): Promise<void> {
  const id = await waitingSync(ctx)
  if (!id) throw new ExpectedFailure('No sync waits to be confirmed.')
  print(reportLines(await confirmSync(ctx, id)))
}

function syncedLines({ report, dissolved }: Synced): string[] {
  if (!dissolved) return reportLines(report)
  return [
    'The Members API counts no members: Parliament is dissolved, and every seat is vacant.',
    ...reportLines(report).slice(-1),
  ]
}

function endOf({ outcome }: Synced): string {
  return outcome === 'applied'
    ? 'Without --dry-run this would be applied.'
    : 'Without --dry-run this would be held for an administrator.'
}

function heldLine(report: MembersReport): string {
  return (
    `Held, and nothing changed: ${touchedSeats({ report })} seats would get another MP, none, or another e-mail, more than a tenth at once. ` +
    'Look at the report, then confirm with sync --confirm or under /staff/directory.'
  )
}

function print(lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}
