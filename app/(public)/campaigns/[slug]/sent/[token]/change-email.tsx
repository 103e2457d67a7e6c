import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/typing/text-field'

type Props = {
  /** As it was typed. */
  email: string | undefined
  fault: string | undefined
  resend: { method: 'get' | 'post'; action: string }
}

/** Another address for a letter that is not confirmed: the link goes there, and the one sent before is void. */
export function ChangeEmail({ email, fault, resend }: Props) {
  return (
    <form id="change-email-form" method={resend.method} action={resend.action} noValidate className="space-y-4">
      <TextField
        name="email"
        type="email"
        label="The right e-mail address"
        hint="A new link goes there. The one that we sent before does not work any more."
        autoComplete="email"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={email}
        error={fault}
      />
      <Button look="second">Send the link there instead</Button>
    </form>
  )
}
