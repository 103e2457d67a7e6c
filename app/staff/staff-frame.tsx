import type { ReactNode } from 'react'
import { StaffHeader } from '@/components/staff/staff-header'
import { Page } from '@/components/ui/page'
import { allowed } from '@/lib/staff/roles'
import type { Member } from '@/lib/staff/sessions'
import { places, roleWords } from './places'

type Props = {
  /** Who is signed in; `null` on the way in. */
  member: Member | null
  at: string
  title: string
  lead?: ReactNode
  children?: ReactNode
}

/** The frame of every staff page: where this member may go, who they are, and the way out. */
export function StaffFrame({ member, at, title, lead, children }: Props) {
  return (
    <Page
      width={member ? 'page' : 'form'}
      palette="commons"
      header={
        <StaffHeader
          places={member ? places.filter(({ verb }) => allowed(member.role, verb)) : []}
          at={at}
          who={member && `${member.email}, ${roleWords[member.role]}`}
        />
      }
      footer={null}
    >
      {/* Denser than what the public reads. */}
      <div className="space-y-7 pt-3 text-note sm:pt-0 [&_td]:py-1 [&_th]:py-1">
        <header className="max-w-measure">
          <h1 className="text-h2">{title}</h1>
          {lead && <p className="mt-2 text-muted">{lead}</p>}
        </header>
        {children}
      </div>
    </Page>
  )
}
