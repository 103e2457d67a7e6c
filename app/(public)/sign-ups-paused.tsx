import { Notice } from '@/components/ui/notice'
import { Unbroken } from '@/components/ui/unbroken'

/** Where the form would stand, while staff have paused sign-ups. */
export function SignUpsPaused() {
  return (
    <Notice look="held" heading="We are taking no letters at the moment">
      <p>
        We have paused this for everyone, and start again as soon as we can. Please come back a little later: the page
        stays here.
      </p>
      <p>
        <Unbroken>
          If you have sent a letter already, nothing changes: the link in your e-mail confirms it as before.
        </Unbroken>
      </p>
    </Notice>
  )
}
