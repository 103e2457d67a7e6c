import { Button } from '@/components/ui/button'

/** Turns the daily e-mail on or off for whoever looks at the page. */
export function DigestForm({ wanted }: { wanted: boolean }) {
  return (
    <form
      id="digest-form"
      method="post"
      action="/staff/dashboard"
      className="flex flex-wrap items-center gap-x-5 gap-y-2 border-t border-hair pt-5"
    >
      <p>
        {wanted
          ? 'You get yesterday’s figures by e-mail each morning.'
          : 'You can get yesterday’s figures by e-mail each morning.'}
      </p>
      <input type="hidden" name="digest" value={wanted ? 'off' : 'on'} />
      <Button look="second">{wanted ? 'Stop the daily digest' : 'Send me the daily digest'}</Button>
    </form>
  )
}
