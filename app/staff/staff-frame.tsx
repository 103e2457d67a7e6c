import type { ReactNode } from 'react'
import { publicContext } from '@/app/_server/request'
import { PausedNotice } from '@/components/staff/paused-notice'
import { SessionWarning } from '@/components/staff/session-warning'
import { StaffHeader } from '@/components/staff/staff-header'
import { Page } from '@/components/ui/page'
import { installationSetting } from '@/lib/settings/installation'
import type { SwitchName } from '@/lib/settings/switches/switches'
import { allowed } from '@/lib/staff/roles'
import { SESSION_HOURS, type Session } from '@/lib/staff/sign-in/sessions'
import { badgesFor } from './badges'
import { memberWords, places } from './places'
import { switchWords } from './switch-words'

type Props = {
  /** Of whoever is signed in; `null` on the way in. */
  session: Session | null
  /** What is switched off at present. */
  paused?: readonly SwitchName[]
  at: string
  title: string
  lead?: ReactNode
  children?: ReactNode
}

/** The frame of every staff page: where this member may go, who they are, what is paused, and the way out. */
export async function StaffFrame({ session, paused = [], at, title, lead, children }: Props) {
  const { name } = await installationSetting.read(publicContext())
  const badges = session ? await badgesFor(publicContext(), session.member.role) : {}
  const member = session?.member
  const role = member?.role ?? ''
  return (
    <Page
      width={session ? 'page' : 'form'}
      palette="commons"
      header={
        <>
          <StaffHeader
            name={name || null}
            places={places
              .filter(({ verb }) => allowed(role, verb))
              .map(({ href, label }) => ({ href, label, badge: badges[href] }))}
            at={at}
            who={member ? `${member.email}, ${memberWords(member)}` : ''}
          />
          <PausedNotice
            paused={paused.map((name) => switchWords[name].paused)}
            href={allowed(role, 'switches.see') && at !== '/staff/switches' ? '/staff/switches' : null}
          />
        </>
      }
      footer={
        session && (
          <SessionWarning
            hours={SESSION_HOURS}
            left={session.expires.getTime() - session.seenAt.getTime()}
            idleLeft={session.idleEnds && session.idleEnds.getTime() - session.seenAt.getTime()}
          />
        )
      }
    >
      {/* Denser than what the public reads. */}
      <div className="space-y-7 pt-3 text-note sm:-mt-2 sm:pt-0 [&_td]:py-1 [&_th]:py-1">
        <header className="max-w-measure">
          <h1 className="text-h2">{title}</h1>
          {lead && <p className="mt-2 text-muted">{lead}</p>}
        </header>
        {children}
      </div>
    </Page>
  )
}
