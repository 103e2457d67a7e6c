import { CountRow } from '@/components/figures/count-row'
import { Part } from '@/components/staff/part'
import { When } from '@/components/staff/when'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/choosing/select'
import { Details } from '@/components/ui/details'
import type { Paused } from '@/lib/delivery/queue/pause-sending'
import type { Queue } from '@/lib/delivery/queue/queue-gauge'
import { stoppedWords } from './words'

/** The queue's gauge, and the switches that stop it. */
export function Sending({ queue, paused }: { queue: Queue; paused: Paused }) {
  const { waiting, oldest, lastHour, nextHour, stopped } = queue
  return (
    <Part id="sending" heading="Sending">
      <div className="space-y-4">
        <CountRow
          counts={[
            { label: 'waiting', count: waiting },
            { label: 'taken in the last hour', count: lastHour },
            { label: stopped ? 'would go in an hour' : 'go in the next hour', count: nextHour },
          ]}
        />
        <p className="max-w-measure">
          {stopped && (
            <strong>
              {stoppedWords(stopped)}
              {stopped.until && (
                <>
                  {' '}
                  It goes on <When at={stopped.until} />.
                </>
              )}{' '}
            </strong>
          )}
          {oldest ? (
            <>
              The oldest letter has waited since <When at={oldest} />.
            </>
          ) : (
            'No letter waits.'
          )}
        </p>
        <div className="flex flex-wrap gap-x-8 gap-y-2">
          <p className="flex max-w-full flex-wrap items-baseline gap-x-3">
            {paused.all && <strong>Stopped: all letters.</strong>}
            <a className="link inline-flex min-h-target items-center" href="/staff/switches#sending">
              {paused.all ? 'Let all letters go on' : 'Stop all letters'}
            </a>
          </p>
          {paused.campaigns
            .filter(({ pausedAt }) => pausedAt !== null)
            .map(({ id, name }) => (
              <Switch key={id} name={`“${name}”`} campaign={id} paused />
            ))}
        </div>
        {paused.campaigns.length > 1 && (
          <Details look="plain" summary="Stop one campaign">
            <form method="post" action="/staff/letters" className="flex flex-wrap items-end gap-x-6 gap-y-4">
              <Select
                id="stop-campaign"
                name="campaign"
                label="Which one?"
                options={paused.campaigns
                  .filter(({ pausedAt }) => pausedAt === null)
                  .map(({ id, name }) => ({ value: id, label: name }))}
              />
              <Button look="second" name="do" value="pause">
                Stop its letters
              </Button>
            </form>
          </Details>
        )}
      </div>
    </Part>
  )
}

function Switch({ name, campaign, paused }: { name: string; campaign: string; paused: boolean }) {
  return (
    <form method="post" action="/staff/letters" className="flex max-w-full flex-wrap items-baseline gap-x-3">
      <input type="hidden" name="campaign" value={campaign} />
      {paused && <strong>Stopped: {name}.</strong>}
      <Button look="quiet" name="do" value={paused ? 'resume' : 'pause'}>
        {paused ? `Let ${name} go on` : `Stop ${name}`}
      </Button>
    </form>
  )
}
