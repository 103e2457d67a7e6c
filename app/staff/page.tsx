import { publicContext } from '@/app/_server/request'
import { ButtonLink } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { installationName } from '@/lib/settings/installation'
import { ownCampaigns } from '@/lib/staff/own-campaigns'
import { allowed } from '@/lib/staff/roles'
import { nextSteps, ownerOf, type Step } from './next-steps'
import { roleWords } from './places'
import { staffPage } from './staff-page'

/** The layout's title is for the pages below it alone. */
export async function generateMetadata() {
  return { title: { absolute: `Home – ${await installationName(publicContext())} staff` } }
}

/** What there is to do, for whoever has come in: what people wait for first, and what is done folded away. */
export default staffPage({ verb: 'account.see', at: '/staff', title: 'What to do next' }, async ({ ctx, member }) => {
  const steps = await nextSteps(ctx)
  const open = steps.filter(({ state }) => state !== 'done')
  const own = open.filter(({ verb }) => allowed(member.role, verb))
  // What others do is of the whole installation, letters of all its campaigns among it.
  const others = ownCampaigns(ctx) ? [] : open.filter(({ verb }) => !allowed(member.role, verb))
  const done = steps.filter(({ state, verb }) => state === 'done' && allowed(member.role, verb))
  return (
    <div className="max-w-[50rem] space-y-7">
      {own.length > 0 ? <Steps steps={own} /> : <p>Nothing waits for you.</p>}
      <p>
        <a className="link font-semibold" href="/staff/dashboard">
          See the figures
        </a>
      </p>
      {others.length > 0 && (
        <section aria-labelledby="others">
          <h2 id="others" className="text-h3">
            For others on the team
          </h2>
          <ul className="mt-2 list-disc space-y-1 pl-5">
            {others.map((step) => (
              <li key={step.id}>
                <span>{step.title}</span> <span className="text-muted">{`(an ${roleWords[ownerOf(step)]})`}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {done.length > 0 && (
        <Details look="plain" summary={`Done: ${done.length}`}>
          <Steps steps={done} />
        </Details>
      )}
    </div>
  )
})

function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <ul className="border-t-[0.2222rem] border-edge">
      {steps.map((step) => (
        <li key={step.id} className="border-b border-hair py-3.5">
          <StepLine step={step} />
        </li>
      ))}
    </ul>
  )
}

const BADGES: Record<Step['state'], { words: string; look: string }> = {
  urgent: { words: 'now', look: 'bg-amber text-black' },
  todo: { words: 'to do', look: 'bg-board text-on-board' },
  done: { words: 'done', look: 'bg-accent text-on-accent' },
}

function StepLine({ step }: { step: Step }) {
  const { title, says, href, way, state, mark } = step
  const { words, look } = BADGES[state]
  return (
    <div className="grid gap-x-8 gap-y-2 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center">
      <div className="min-w-0">
        <h2 className="flex flex-wrap items-baseline gap-x-3 text-h3">
          <span>{title}</span>
          <span className={`px-2 text-note font-bold ${look}`}>{mark ?? words}</span>
        </h2>
        <p className="mt-1">{says}</p>
        <p className="text-muted">{`For an ${roleWords[ownerOf(step)]}`}</p>
      </div>
      {state === 'urgent' ? (
        <ButtonLink href={href} className="sm:min-w-56">
          {way}
        </ButtonLink>
      ) : (
        <a className="link inline-flex min-h-target items-center font-semibold" href={href}>
          {way}
        </a>
      )}
    </div>
  )
}
