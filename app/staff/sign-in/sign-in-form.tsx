import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/typing/text-field'

type Props = { email?: string | undefined; error?: string | undefined }

/** Asks for a link by e-mail: there are no passwords. */
export function SignInForm({ email, error }: Props) {
  return (
    <form id="sign-in-form" method="post" action="/staff/sign-in" className="space-y-6">
      <TextField
        name="email"
        type="email"
        label="E-mail address"
        hint="There is no password: we send a link to this address."
        autoComplete="email"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={email}
        error={error}
      />
      <Button>Send me a link</Button>
    </form>
  )
}
