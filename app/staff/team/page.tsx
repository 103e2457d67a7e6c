import { posted } from '@/app/_server/request'
import { memberWords } from '@/app/staff/places'
import { staffPage } from '@/app/staff/staff-page'
import { When } from '@/components/staff/when'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { Table } from '@/components/ui/table'
import { type TeamMember, team } from '@/lib/staff/team/team'
import { form } from './form'
import { Invite } from './invite'

export const metadata = { title: 'Team' }

export default staffPage({ verb: 'team.see', at: '/staff/team', title: 'Team' }, async ({ ctx, member }, { done }) => {
  const left = posted(form)
  return (
    <>
      <div className="max-w-[46rem] empty:hidden">
        <ErrorSummary faults={left?.faults ?? []} />
        {left?.done && (
          <Notice look="done" heading="Invited">
            <p className="break-words">A link to sign in is on its way to {left.done.invited}.</p>
          </Notice>
        )}
        {!left && <Gone done={done} />}
      </div>
      <Members members={await team(ctx)} own={member.id} />
      <Invite ctx={ctx} left={left} />
    </>
  )
})

/** What came of the page of somebody who is not on the team any more. */
function Gone({ done }: { done: unknown }) {
  if (done === 'removed') {
    return (
      <Notice look="done" heading="Removed from the team">
        <p>They are signed out everywhere, and no link that they still have works.</p>
      </Notice>
    )
  }
  if (done === 'withdrawn') {
    return (
      <Notice look="done" heading="Invitation withdrawn">
        <p>The link that was sent does not work any more.</p>
      </Notice>
    )
  }
  return done === 'unknown' ? <Notice heading="They were not on the team any more" /> : null
}

function Members({ members, own }: { members: TeamMember[]; own: string }) {
  return (
    <Table
      caption="Who is on the team"
      captionHidden
      columns={['Who', 'Role', 'Last signed in', 'Last seen'].map((label) => ({ label }))}
      rows={members.map(({ id, email, name, role, limitedTo, signedInAt, seenAt }) => ({
        key: id,
        cells: [
          <span key="email" className="block min-w-40 wrap-anywhere">
            <a className="link" href={`/staff/team/${id}`}>
              {name || email}
            </a>
            {id === own && <span> (you)</span>}
            {name && <span className="block text-muted">{email}</span>}
          </span>,
          memberWords({ role, limitedTo }),
          <When key="signed-in" at={signedInAt} never="invited, not signed in yet" />,
          <When key="seen" at={seenAt} never={signedInAt ? 'signed out' : ''} />,
        ],
      }))}
    />
  )
}
