import { posted } from '@/app/_server/request'
import { staffPage } from '@/app/staff/staff-page'
import { switchWords } from '@/app/staff/switch-words'
import { When } from '@/components/staff/when'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { switchedOff } from '@/lib/settings/switches/is-off'
import { type SwitchName, switchNames } from '@/lib/settings/switches/switches'
import { form } from './form'

export const metadata = { title: 'Switches' }

export default staffPage(
  {
    verb: 'switches.see',
    at: '/staff/switches',
    title: 'Switches',
    lead: 'For when something has to stop now. Each takes effect within five seconds, on every machine, and is written into the audit.',
  },
  async ({ ctx }) => {
    const off = await switchedOff(ctx)
    return (
      <div id="switches" className="max-w-[46rem]">
        <ErrorSummary faults={posted(form)?.faults ?? []} />
        <ul className="border-t-[0.2222rem] border-edge">
          {switchNames.map((name) => (
            <li key={name} className="border-b border-hair py-4">
              <Switch name={name} since={off.find((one) => one.name === name)?.at ?? null} />
            </li>
          ))}
        </ul>
      </div>
    )
  },
)

function Switch({ name, since }: { name: SwitchName; since: Date | null }) {
  const { label, on, off } = switchWords[name]
  return (
    <form
      method="post"
      action="/staff/switches"
      className="grid gap-x-8 gap-y-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center"
    >
      <input type="hidden" name="switch" value={name} />
      <div>
        <h2 className="flex flex-wrap items-baseline gap-x-3 text-h3">
          {label}
          <span className={`px-2 text-note font-bold ${since ? 'bg-amber text-black' : 'bg-accent text-on-accent'}`}>
            {since ? 'Off' : 'On'}
          </span>
        </h2>
        <p className="mt-1">{since ? off : on}</p>
        <p className="mt-1 text-muted">
          {since ? (
            <>
              Off since <When at={since} />.
            </>
          ) : (
            `When off: ${off}`
          )}
        </p>
      </div>
      <Button name="to" value={since ? 'on' : 'off'} look={since ? 'main' : 'second'} className="sm:min-w-56">
        Switch {since ? 'on' : 'off'}
        <span className="sr-only"> {label}</span>
      </Button>
    </form>
  )
}
