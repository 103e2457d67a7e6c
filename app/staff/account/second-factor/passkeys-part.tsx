import { backTo } from '@/app/_server/session/keep-until-fresh'
import { OwnItem, OwnList } from '@/components/staff/own-list'
import { Part } from '@/components/staff/part'
import { PasskeyButton } from '@/components/staff/second-factor/passkey-button'
import { When } from '@/components/staff/when'
import { Button, ButtonLink } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { TextField } from '@/components/ui/typing/text-field'
import type { Passkey } from '@/lib/staff/second-factor/factors'
import { type beginPasskey, MOST_PASSKEYS } from '@/lib/staff/second-factor/passkeys/add'

const AT = '/staff/account/second-factor'

type Asks = Awaited<ReturnType<typeof beginPasskey>>
type Left = { values: { name?: string }; faults: readonly { field: string; message: string }[] } | null

type Props = {
  passkeys: readonly Passkey[]
  /** Whether browsers allow passkeys at the site's address. */
  isPossible: boolean
  /** What the browser is to make one of; `null` where its owner has to prove first who they are. */
  asks: Asks
  left: Left
  notRemoved: string | undefined
}

/** The passkeys that somebody has, and the way to add one. */
export function PasskeysPart({ passkeys, isPossible, asks, left, notRemoved }: Props) {
  return (
    <Part id="passkeys" heading="Passkeys">
      <div className="space-y-5">
        <p className="max-w-measure">
          Your phone, your computer, a password manager or a security key signs for you once you show it a finger, a
          face or a PIN. With one, whoever reads your e-mail cannot sign in as you, and no false page can trick you out
          of it.
        </p>
        {notRemoved && <FieldError id="remove-passkey" message={notRemoved} />}
        {passkeys.length > 0 && <Passkeys passkeys={passkeys} />}
        {isPossible ? (
          passkeys.length < MOST_PASSKEYS && <Add asks={asks} isFirst={passkeys.length === 0} left={left} />
        ) : (
          <p className="max-w-measure">
            Browsers allow none at this site’s address: it needs https and a name. The authenticator app works here.
          </p>
        )}
      </div>
    </Part>
  )
}

function Passkeys({ passkeys }: { passkeys: readonly Passkey[] }) {
  return (
    <OwnList label="Your passkeys">
      {passkeys.map(({ id, name, addedAt, usedAt }) => (
        <OwnItem key={id} name={name} act={<Remove id={id} name={name} />}>
          Added <When at={addedAt} />. {usedAt ? 'Last used ' : 'Not used yet'}
          <When at={usedAt} />.
        </OwnItem>
      ))}
    </OwnList>
  )
}

function Remove({ id, name }: { id: string; name: string }) {
  return (
    <form method="post" action={AT}>
      <input type="hidden" name="id" value={id} />
      <Button look="quiet" name="do" value="remove-passkey" aria-label={`Remove the passkey ${name}`}>
        Remove
      </Button>
    </form>
  )
}

function Add({ asks, isFirst, left }: { asks: Asks; isFirst: boolean; left: Left }) {
  const label = isFirst ? 'Add a passkey' : 'Add another passkey'
  const look = isFirst ? 'main' : 'second'
  if (!asks)
    return (
      <ButtonLink look={look} href={backTo({ kept: '', to: AT })}>
        {label}
      </ButtonLink>
    )
  const faultOf = (field: string) => left?.faults.find((fault) => fault.field === field)?.message
  return (
    <form id="passkey-form" method="post" action={AT} className="space-y-5">
      {/* Nothing would take it without scripts. */}
      <div className="noscript:hidden">
        <TextField
          name="name"
          label="Name"
          optional
          hint="For you to tell it from others: my phone, the key on my ring."
          autoComplete="off"
          width="half"
          maxLength={60}
          defaultValue={left?.values.name ?? ''}
          error={faultOf('name')}
        />
      </div>
      <PasskeyButton
        asks={{ make: asks }}
        label={label}
        look={look}
        otherwise="The authenticator app works without."
        toDo="add-passkey"
        error={faultOf('passkey')}
      />
    </form>
  )
}
