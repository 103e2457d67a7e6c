import { countsOf, Report } from '@/app/staff/directory/report'
import { Part } from '@/components/staff/part'
import { When } from '@/components/staff/when'
import { Button } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { Notice } from '@/components/ui/notice'
import type { MembersImported } from '@/lib/directory/members/import'
import { MEMBER_LIST_DAYS } from '@/lib/directory/members/uploaded/list-days'
import type { WaitingList as List } from '@/lib/directory/members/uploaded/waiting-list'
import { counted, longDate } from '@/lib/kernel/text'
import { DAY } from '@/lib/kernel/time/durations'

type Props = { list: List; compared: MembersImported; by: string | null }

/** So many seats are shown at once; more are folded away. */
const SHOWN = 40

/** The list that waits: what it would change, whether that is too much, and the presses. */
export function WaitingList({ list, compared: { report, compared }, by }: Props) {
  const { id, at, fileName, rows } = list
  const changes = report.new.length + report.changed.length + report.left.length
  const isTooMuch = compared.reasons.length > 0
  return (
    <Part id="waiting" heading={<span className="wrap-anywhere">{fileName}</span>}>
      <div className="space-y-6">
        <p className="max-w-measure text-muted">
          <span>{`${counted(rows.length, 'row')}, uploaded at `}</span>
          <When at={at} />
          <span>{`${by ? ` by ${by}` : ''}. It waits until ${longDate(new Date(at.getTime() + MEMBER_LIST_DAYS * DAY))}.`}</span>
        </p>
        <div className="max-w-[46rem]">
          {isTooMuch ? (
            <Notice look="held" heading="It would change too much">
              <ul className="list-disc space-y-1 pl-5">
                {compared.reasons.map((reason) => (
                  <li key={reason}>{`${reason[0]?.toUpperCase()}${reason.slice(1)}.`}</li>
                ))}
              </ul>
              <p>After a general election that can be right. Otherwise look twice: columns may be shifted by a row.</p>
            </Notice>
          ) : (
            <Notice look="info" heading={changes === 0 ? 'It changes nobody' : `It changes ${countsOf(report)}`}>
              <p>
                {changes === 0 ? 'It says what the directory has already.' : 'Nothing about it is out of the ordinary.'}
              </p>
            </Notice>
          )}
        </div>
        <ul className="max-w-measure space-y-1">
          {compared.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
          {report.notNamed > 0 && (
            <li>{`${counted(report.notNamed, 'seat')} ${report.notNamed === 1 ? 'is' : 'are'} not named, and ${report.notNamed === 1 ? 'stays' : 'stay'} as before.`}</li>
          )}
        </ul>
        {changes > 0 && (
          <Details look="plain" summary={`Seat by seat: ${countsOf(report)}`} open={changes <= SHOWN}>
            <Report report={report} caption="What the list would change" />
          </Details>
        )}
        <form
          id="list-form"
          method="post"
          action="/staff/directory/members"
          className="flex flex-wrap items-center gap-x-4 gap-y-3"
        >
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="way" value={isTooMuch ? 'confirm' : 'apply'} />
          <Button look={isTooMuch ? 'second' : 'main'} name="do" value="bring-in">
            {isTooMuch ? 'Bring it in all the same' : 'Bring it in'}
          </Button>
          <Button look="quiet" name="do" value="discard">
            Discard
          </Button>
        </form>
      </div>
    </Part>
  )
}
