import { When } from '@/components/staff/when'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/choosing/checkbox'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { megabytes } from '@/lib/directory/fetch/download'
import { postcodesFetch } from '@/lib/directory/fetch/fetch-state'
import { newerRelease } from '@/lib/directory/fetch/look-for-release'
import {
  LICENCES_URL,
  NORTHERN_IRELAND_LICENCE,
  type NorthernIreland,
  northernIrelandChoice,
} from '@/lib/directory/fetch/northern-ireland'
import { isUnderWay, type JobState } from '@/lib/directory/job-state'
import type { PostcodeRelease } from '@/lib/directory/postcodes/releases'
import type { Context } from '@/lib/kernel/context'
import { memberName } from '@/lib/staff/team/member-name'
import { JobFailed, JobUnderWay } from './job-notices'

type Props = { ctx: Context; release: PostcodeRelease | null }

/** The newest release by one press: how far it is, or how it ended, and the press. */
export async function Fetching({ ctx, release }: Props) {
  const [state, newer, choice] = await Promise.all([
    postcodesFetch.state(ctx),
    newerRelease(ctx),
    northernIrelandChoice(ctx),
  ])
  const underWay = isUnderWay(state, ctx.now())
  const by = choice?.by ? await memberName(ctx, choice.by) : null
  return (
    <div className="mt-6 max-w-[46rem] space-y-5">
      {newer && !underWay && (
        <Notice look="held" heading={`${newer} is there`}>
          <p>It is newer than the release in use.</p>
        </Notice>
      )}
      {state && (underWay ? <UnderWay state={state} /> : <Ended state={state} />)}
      {!underWay && ctx.env.releasesUrl && <FetchForm release={release} choice={choice} by={by} />}
    </div>
  )
}

function UnderWay({ state }: { state: JobState }) {
  const { phase, words, done, total } = state
  return (
    <JobUnderWay
      heading="The newest release is being brought in"
      state={state}
      pulse="/staff/directory/fetch"
      progress={
        <Progress value={done} goal={total ?? 0}>
          {phase === 'fetching'
            ? `Fetching ${words}: ${megabytes(done)}${total === null ? '' : ` of ${megabytes(total)}`}`
            : `Reading and comparing ${words}: ${done} %`}
        </Progress>
      }
      meanwhile="Postcodes are answered as before meanwhile."
    />
  )
}

function Ended({ state }: { state: JobState }) {
  const { phase, words, compared, at } = state
  if (phase === 'done') {
    return (
      <p className="max-w-measure">
        Last brought in or looked for at <When at={new Date(at)} />: {words}
      </p>
    )
  }
  if (phase !== 'refused') return <JobFailed heading="The newest release could not be brought in" state={state} />
  return (
    <Notice look="held" heading="The newest release would change too much">
      <p>{words} Nothing was changed.</p>
      <ul className="list-disc space-y-1 pl-5">
        {compared.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <form id="fetch-confirm-form" method="post" action="/staff/directory">
        <Button look="second" name="fetch" value="confirm">
          Bring it in all the same
        </Button>
      </form>
    </Notice>
  )
}

type FormProps = { release: PostcodeRelease | null; choice: NorthernIreland | null; by: string | null }

function FetchForm({ release, choice, by }: FormProps) {
  return (
    <form id="fetch-form" method="post" action="/staff/directory" className="space-y-4">
      <p className="max-w-measure">
        The newest release is some 200 MB to fetch and takes a few minutes. Great Britain’s postcodes are under the Open
        Government Licence v3.0.
      </p>
      <Checkbox
        name="northernIreland"
        label="We agree to the licence of Northern Ireland’s postcodes: bring them in as well"
        checked={choice?.agreed ?? false}
        hint={
          <>
            {NORTHERN_IRELAND_LICENCE} Without a tick they are left out: asked of the live sources, where any are set.{' '}
            <a className="link" href={LICENCES_URL}>
              Licences at ONS
            </a>
            {choice && (
              <span className="block">
                {choice.agreed ? 'Agreed to' : 'Left out'} since <When at={new Date(choice.at)} />,{' '}
                {choice.by === null ? 'by a command' : `by ${by ?? 'somebody who has left the team'}`}.
              </span>
            )}
          </>
        }
      />
      <Button name="fetch" value="release">
        {release ? 'Bring in the newest release' : 'Bring in every postcode'}
      </Button>
    </form>
  )
}
