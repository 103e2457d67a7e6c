import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'
import { Unbroken } from '@/components/ui/unbroken'
import { hasEnded, type LiveCampaign } from '@/lib/content/find-campaign'
import { SignUpsPaused } from './sign-ups-paused'

type Props = {
  campaign: LiveCampaign
  now: Date
  /** Nobody can submit a letter at present. */
  signUpsPaused: boolean
  dissolved: boolean
  /** Another campaign is open, and this page may lead to it. */
  others?: boolean
  /** The form. */
  children: ReactNode
}

/** The form that begins a letter, or why there is none: the campaign is closed or paused, or all sign-ups are. */
export function FormOrWhyNot({ campaign, now, signUpsPaused, dissolved, others = false, children }: Props) {
  if (hasEnded(campaign, now)) return <Closed title={campaign.content.thankYou.title} others={others} />
  if (campaign.pausedWhy !== null) return <Paused why={campaign.pausedWhy} />
  if (signUpsPaused) return <SignUpsPaused />
  return (
    <>
      {children}
      {dissolved && (
        <div className="mt-4">
          <Dissolved />
        </div>
      )}
    </>
  )
}

function Closed({ title, others }: { title: string; others: boolean }) {
  return (
    <Notice look="done" heading={title}>
      <p>This campaign is closed. Thank you to everyone who wrote.</p>
      {others && (
        <p>
          <a className="link font-semibold" href="/">
            See what you can write about now
          </a>
        </p>
      )}
    </Notice>
  )
}

function Paused({ why }: { why: string }) {
  return (
    <Notice look="held" heading="Nobody can write at the moment">
      <p>{why}</p>
      <p>
        <Unbroken>
          If you have sent a letter already, nothing changes: the link in your e-mail confirms it as before.
        </Unbroken>
      </p>
    </Notice>
  )
}

function Dissolved() {
  return (
    <Notice look="held" heading="Parliament is dissolved">
      <p>
        There are no MPs until the general election. You can still sign: your letter is held until there is an MP for
        your constituency, and goes to whoever is elected.
      </p>
    </Notice>
  )
}
