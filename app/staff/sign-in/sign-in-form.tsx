import { publicContext } from '@/app/_server/request'
import { Button } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { TextField } from '@/components/ui/typing/text-field'

type Props = { to: string; email?: string | undefined; error?: string | undefined }

/** Asks for a link by e-mail, which leads on to the page that was meant: there are no passwords. Folded away where few may have one. */
export function SignInForm(props: Props) {
  const { oidc, emailLinks } = publicContext().env
  if (!oidc) return <Form {...props} />
  return (
    <Details summary="Sign in by e-mail instead" look="plain" open={props.email !== undefined}>
      <div className="space-y-4">
        <p className="max-w-measure">
          {emailLinks === 'break-glass'
            ? 'Links by e-mail are for one administrator alone, for when the organisation’s sign-in is down.'
            : 'For members of the team whose role the organisation’s account does not give.'}
        </p>
        <Form {...props} />
      </div>
    </Details>
  )
}

function Form({ to, email, error }: Props) {
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
