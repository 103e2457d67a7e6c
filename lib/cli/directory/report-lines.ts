import type { MembersReport, Named } from '@/lib/directory/members/compare'
import { partyAfterName } from '@/lib/directory/party-words'
import { counted } from '@/lib/kernel/text'

/** What an import of members changed, as lines for a person: every name, then one line with the counts. */
export function reportLines(report: MembersReport): string[] {
  const { unchanged, notNamed } = report
  const left = new Set(report.left.map(({ code }) => code))
  // One that was vacant before is counted below, and not named: it does not differ.
  const emptied = report.vacant.filter(({ code }) => left.has(code))
  return [
    ...report.new.map((one) => `New: ${named(one)}`),
    ...report.changed.map((one) => `Changed (${one.what.join(', ')}): ${named(one)}`),
    ...report.left.map((one) => `Left: ${named(one)}`),
    ...emptied.map(({ code, constituency }) => `Vacant: ${constituency}, ${code}`),
    `${report.new.length} new, ${report.changed.length} changed, ${report.left.length} left, ` +
      `${report.vacant.length} vacant, ${unchanged} as before.`,
    ...(notNamed > 0
      ? [`The file does not name ${counted(notNamed, 'constituency', 'constituencies')}: left as before.`]
      : []),
  ]
}

function named({ name, party, constituency, code }: Named): string {
  return `${name}, ${partyAfterName(party)} (${constituency}, ${code})`
}
