import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/typing/text-field'

type Props = { to: string; email?: string | undefined; error?: string | undefined }

/** Asks for a link by e-mail, which leads on to the page that was meant: there are no passwords. */
export function SignInForm({ to, email, error }: Props) {
  return (
    <form id="sign-in-form" method="post" action="/staff/sign-in" className="space-y-6">
      <input type="hidden" name="to" value={to} />
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
