import { TextField } from '@/components/ui/typing/text-field'

/** Takes six digits of an authenticator app, or a recovery code; of who has no app, a recovery code alone. */
export function CodeField({ app, error }: { app: boolean; error: string | undefined }) {
  return (
    <TextField
      name="code"
      label={app ? 'Code' : 'Recovery code'}
      hint={
        app
          ? 'The six digits that your authenticator app shows now. Or one of your recovery codes.'
          : 'One of those that this site gave you for the day on which no passkey is at hand.'
      }
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      width="half"
      maxLength={40}
      error={error}
    />
  )
}
