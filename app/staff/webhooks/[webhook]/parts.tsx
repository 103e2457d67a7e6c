import { Part } from '@/components/staff/part'
import { When } from '@/components/staff/when'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/choosing/checkbox'
import { OLD_SECRET_HOURS } from '@/lib/webhooks/sending/sign'
import type { Webhook } from '@/lib/webhooks/staff/list'

type Props = { webhook: Webhook }

const postedTo = ({ webhook }: Props) => ({ method: 'post', action: `/staff/webhooks/${webhook.id}` })

export function Test(props: Props) {
  return (
    <form id="test-form" {...postedTo(props)}>
      <Button name="do" value="test">
        Send a test
      </Button>
    </form>
  )
}

export function Secret(props: Props) {
  const { secretMadeAt, oldSecretUntil } = props.webhook
  return (
    <Part id="rotate" heading="The secret">
      <form id="rotate-form" {...postedTo(props)} className="space-y-4">
        <input type="hidden" name="made" value={secretMadeAt.toISOString()} />
        <p>
          Made <When at={secretMadeAt} />. Another one takes its place at once; the old one signs as well for{' '}
          {OLD_SECRET_HOURS} hours, so that nothing is refused while you change it there.
        </p>
        {oldSecretUntil && (
          <p>
            The one before signs until <When at={oldSecretUntil} />.
          </p>
        )}
        <Checkbox name="old" value="ends" label="End the old one now" hint="When somebody else may know it." />
        <Button name="do" value="rotate" look="second">
          Make a new secret
        </Button>
      </form>
    </Part>
  )
}

export function Switch(props: Props) {
  const { off } = props.webhook
  return (
    <Part id="switch" heading={off ? 'Switch on' : 'Switch off'}>
      <form id="switch-form" {...postedTo(props)} className="space-y-4">
        <p>
          {off
            ? 'What waits is sent, and so is who confirmed since it was switched off and has not left.'
            : 'Nothing is sent until it is on again. Then it is told of those who confirmed and left meanwhile.'}
        </p>
        <Button name="do" value={off ? 'on' : 'off'} look={off ? 'main' : 'second'}>
          Switch {off ? 'on' : 'off'}
        </Button>
      </form>
    </Part>
  )
}

export function Remove(props: Props) {
  return (
    <Part id="remove" heading="Remove">
      <form id="remove-form" {...postedTo(props)} className="space-y-4">
        <p>
          Nothing more is sent there, not even who leaves: from then on you have to delete them there by hand. What
          waits is discarded.
        </p>
        <Button name="do" value="remove" look="second" className="max-w-full [overflow-wrap:anywhere]">
          Remove the webhook
        </Button>
      </form>
    </Part>
  )
}
