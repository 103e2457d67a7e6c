import { posted } from '@/app/_server/request'
import { staffPage } from '@/app/staff/staff-page'
import { switchWords } from '@/app/staff/switch-words'
import { When } from '@/components/staff/when'
import { Button } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { ErrorSummary, type Fault } from '@/components/ui/error-summary'
import { TextField } from '@/components/ui/typing/text-field'
import type { Context } from '@/lib/kernel/context'
import { type SwitchedOff, switchedOff } from '@/lib/settings/switches/is-off'
import { MOST_WHY, type SwitchName, switchNames } from '@/lib/settings/switches/switches'
import { memberName } from '@/lib/staff/team/member-name'
import { form } from './form'

export const metadata = { title: 'Switches' }

export default staffPage(
  {
    verb: 'switches.see',
    at: '/staff/switches',
    title: 'Switches',
    lead: 'For when something has to stop now. Each takes effect within five seconds, on every machine, and is written into the audit with its reason.',
  },
  async ({ ctx }) => {
    const off = await switchedOff(ctx)
    const by = new Map(await Promise.all(off.map(async (one) => [one.name, await who(ctx, one)] as const)))
    const left = posted(form)
    return (
      <div id="switches" className="max-w-[46rem] space-y-5">
        <ErrorSummary faults={left?.faults ?? []} />
        <ul className="border-t-[0.2222rem] border-edge">
          {switchNames.map((name) => (
            <li key={name} id={name} className="scroll-mt-4 border-b border-hair py-4">
              <Switch
                name={name}
                off={off.find((one) => one.name === name) ?? null}
                by={by.get(name) ?? null}
                asked={left?.values.switch === name ? left : null}
              />
            </li>
          ))}
        </ul>
      </div>
    )
  },
)

/** Who switched it off, in words; nothing where that was not kept. */
async function who(ctx: Context, { by }: SwitchedOff): Promise<string | null> {
  return by === null ? null : ((await memberName(ctx, by)) ?? 'a former member of the team')
}

type Asked = { values: { to: string; why: string }; faults: readonly Fault[] }
type Props = { name: SwitchName; off: SwitchedOff | null; by: string | null; asked: Asked | null }

function Switch({ name, off, by, asked }: Props) {
  const words = switchWords[name]
  return (
    <>
      <h2 className="flex flex-wrap items-baseline gap-x-3 text-h3">
        {words.label}
        <span className={`px-2 text-note font-bold ${off ? 'bg-amber text-black' : 'bg-accent text-on-accent'}`}>
          {off ? 'Off' : 'On'}
        </span>
      </h2>
      <p className="mt-1">{off ? words.off : words.on}</p>
      {off && (
        <p className="mt-1 wrap-break-word text-muted">
          <span>
            Off since <When at={off.at} />
          </span>
          <span>{by ? `, by ${by}. ` : '. '}</span>
          {off.why && <span>{`Why: ${off.why}`}</span>}
        </p>
      )}
      <Question name={name} to={off ? 'on' : 'off'} asked={asked} />
    </>
  )
}

/** What follows, and the reason, before anything is switched: opens without scripts too. */
function Question({ name, to, asked }: { name: SwitchName; to: 'on' | 'off'; asked: Asked | null }) {
  const { label, [to]: follows } = switchWords[name]
  const field = `why-${name}`
  return (
    <Details look="plain" summary={`Switch ${to} ${label}`} open={asked !== null}>
      <form method="post" action="/staff/switches" noValidate className="max-w-measure space-y-4">
        <input type="hidden" name="switch" value={name} />
        <p>
          <strong className="font-semibold">What follows: </strong>
          <span>{follows}</span>
        </p>
        <TextField
          id={field}
          name="why"
          label={to === 'off' ? 'Why' : 'What has changed'}
          hint={`The team reads it ${to === 'off' ? 'here and ' : ''}in the audit. Name no supporter. At most ${MOST_WHY} characters.`}
          optional={to === 'on'}
          autoComplete="off"
          defaultValue={asked?.values.why ?? ''}
          error={asked?.faults.find((fault) => fault.field === field)?.message}
        />
        <Button name="to" value={to}>
          {`Yes, switch ${to} ${label}`}
        </Button>
      </form>
    </Details>
  )
}
