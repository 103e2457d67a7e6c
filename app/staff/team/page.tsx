import { postedForm } from '@/app/_server/request'
import { roleWords } from '@/app/staff/places'
import { staffPage } from '@/app/staff/staff-page'
import { Part } from '@/components/staff/part'
import { When } from '@/components/staff/when'
import { Button } from '@/components/ui/button'
import { Choices } from '@/components/ui/choices'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { Table } from '@/components/ui/table'
import { TextField } from '@/components/ui/text-field'
import { type TeamMember, team } from '@/lib/staff/team'

export const metadata = { title: 'Team' }

export default staffPage({ verb: 'team.see', at: '/staff/team', title: 'Team' }, async ({ ctx }) => {
  const posted = postedForm('invite')
  return (
    <>
      <div className="max-w-[46rem] empty:hidden">
        <ErrorSummary faults={posted?.faults ?? []} />
        {posted?.done && (
          <Notice look="done" heading="Invited">
            <p className="break-words">A link to sign in is on its way to {posted.done}.</p>
          </Notice>
        )}
      </div>
      <Members members={await team(ctx)} />
      <Invite />
    </>
  )
})

function Members({ members }: { members: TeamMember[] }) {
  return (
    <Table
      caption="Who is on the team"
      captionHidden
      columns={['E-mail', 'Role', 'Last signed in', 'Last seen'].map((label) => ({ label }))}
      rows={members.map(({ id, email, role, signedInAt, seenAt }) => ({
        key: id,
        cells: [
          email,
          roleWords[role],
          <When key="signed-in" at={signedInAt} never="not yet" />,
          <When key="seen" at={seenAt} never="signed out" />,
        ],
      }))}
    />
  )
}

function Invite() {
  const posted = postedForm('invite')
  const errorOf = (field: string) => posted?.faults.find((fault) => fault.field === field)?.message
  return (
    <Part id="invite" heading="Invite someone">
      <form id="invite-form" method="post" action="/staff/team" className="space-y-6">
        <TextField
          name="email"
          type="email"
          label="E-mail address"
          hint="A link to sign in is sent there. It works for one day; after that they can ask for another."
          autoComplete="off"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={posted?.values.email}
          error={errorOf('email')}
        />
        <Choices
          kind="radio"
          name="role"
          legend="Role"
          choices={[
            { value: 'campaigner', label: 'Campaigner', hint: 'Sees the figures.' },
            { value: 'editor', label: 'Editor', hint: 'Sees the figures and the campaigns.' },
            { value: 'admin', label: 'Administrator', hint: 'Sees and changes everything.' },
          ]}
          chosen={posted?.values.role ? [posted.values.role] : []}
          error={errorOf('role')}
        />
        <Button>Invite</Button>
      </form>
    </Part>
  )
}
