import { posted } from '@/app/_server/request'
import { stateWords } from '@/app/staff/letters/words'
import { staffPage } from '@/app/staff/staff-page'
import { When } from '@/components/staff/when'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/choosing/select'
import { Details } from '@/components/ui/details'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { Table } from '@/components/ui/table'
import { TextField } from '@/components/ui/typing/text-field'
import { counted, shortDate } from '@/lib/kernel/text'
import type { LookedUp } from '@/lib/privacy/staff-look-up'
import { change, erase, find, sendAgain } from './form'

export const metadata = { title: 'Where is my letter?' }

const AT = '/staff/letters/find'

export default staffPage(
  {
    verb: 'letters.look-up',
    at: '/staff/letters',
    title: 'Where is my letter?',
    lead: 'For somebody who asks you. Every look-up stands in the audit, with why, and without the address. Neither their name nor their text is shown.',
  },
  async () => {
    const [found, sent, changed, erased] = [posted(find), posted(sendAgain), posted(change), posted(erase)]
    const left = found ?? sent ?? changed ?? erased
    const errorOf = (field: string) => left?.faults.find((fault) => fault.field === field)?.message
    const who = { email: left?.values.email ?? '', reason: left?.values.reason ?? '' }
    return (
      <div className="max-w-[50rem] space-y-7">
        <ErrorSummary faults={left?.faults ?? []} />
        {sent?.done && (
          <Notice look="done" heading={sentWords(sent.done.again)}>
            <p>Unless the mailbox has had what it may get for now, or its owner has asked for no more.</p>
          </Notice>
        )}
        {changed?.done && <Changed outcome={changed.done.changed} />}
        {erased?.done && 'erased' in erased.done && (
          <Notice
            look="done"
            heading={
              erased.done.erased > 0
                ? `Erased: all that was kept of ${counted(erased.done.erased, 'sign-up')}`
                : 'Nothing is kept of that address'
            }
          />
        )}
        {erased?.done && 'ask' in erased.done && <EraseQuestion {...who} />}
        <form id="find-form" method="post" action={AT} className="space-y-6">
          <TextField
            name="email"
            type="email"
            label="Their e-mail address"
            hint="The one that they wrote with."
            width="half"
            autoComplete="off"
            inputMode="email"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={who.email}
            error={errorOf('email')}
          />
          <TextField
            name="reason"
            label="Why do you look?"
            hint="It stands in the audit. Name nobody."
            autoComplete="off"
            maxLength={200}
            defaultValue={who.reason}
            error={errorOf('reason')}
          />
          <Button name="do" value="find">
            Look
          </Button>
        </form>
        {found?.done && <Found letters={found.done.found} {...who} />}
        {changed && !changed.done && (
          <p>
            <strong>Look again to try another address.</strong>
          </p>
        )}
      </div>
    )
  },
)

type Who = { email: string; reason: string }

function Found({ letters, ...who }: Who & { letters: readonly LookedUp[] }) {
  if (letters.length === 0) {
    return (
      <Notice heading="No letter is kept of that address">
        <p>They may have used another one, or it is erased.</p>
      </Notice>
    )
  }
  const waiting = letters.filter(({ state }) => state === 'unconfirmed')
  return (
    <section aria-labelledby="found" className="space-y-6">
      <h2 id="found" className="text-h3">
        {counted(letters.length, 'letter')}
      </h2>
      <Table
        caption="The letters of that address, newest first"
        captionHidden
        columns={['To the MP for', 'Campaign', 'State', 'Written', 'Confirmed', 'Accepted'].map((label) => ({ label }))}
        rows={letters.map((letter) => ({
          key: letter.id,
          cells: [
            <a key="letter" className="link font-semibold" href={`/staff/letters/${letter.id}`}>
              {letter.constituency}
            </a>,
            letter.campaign,
            stateWords(letter.state, letter.heldReason),
            <When key="written" at={letter.createdAt} />,
            <When key="confirmed" at={letter.confirmedAt} />,
            <When key="accepted" at={letter.acceptedAt} />,
          ],
        }))}
      />
      {waiting.length > 0 && (
        <form method="post" action={AT}>
          <Asked {...who} />
          <Button look="second" name="do" value="send-again">
            Send the e-mail to confirm again
          </Button>
        </form>
      )}
      {waiting.length > 0 && (
        <Details look="plain" summary="Their address was mistyped">
          <form method="post" action={AT} className="flex flex-wrap items-end gap-x-6 gap-y-4">
            <Asked {...who} />
            <Select
              name="letter"
              label="Which letter?"
              options={waiting.map(({ id, constituency, createdAt }) => ({
                value: id,
                label: `${constituency}, ${shortDate(createdAt)}`,
              }))}
            />
            <TextField
              name="to"
              type="email"
              label="The right address"
              hint="A new e-mail to confirm goes there; links that went before work no more."
              width="half"
              autoComplete="off"
            />
            <Button look="second" name="do" value="change">
              Change it
            </Button>
          </form>
        </Details>
      )}
      <form method="post" action={`${AT}#erase`}>
        <Asked {...who} />
        <Button look="quiet" name="do" value="erase">
          Erase all that is kept of them
        </Button>
      </form>
    </section>
  )
}

function EraseQuestion(who: Who) {
  return (
    <form method="post" action={AT}>
      <Asked {...who} />
      <input type="hidden" name="sure" value="yes" />
      <section id="erase" tabIndex={-1} aria-label="Are you sure?">
        <Notice look="fault" heading="Erase all that is kept of this address?">
          <p>
            Letters that have not gone are withdrawn. Figures keep that somebody signed, and not who. It cannot be taken
            back: be sure that it is the owner of the address who asks.
          </p>
          <p className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2">
            <Button name="do" value="erase">
              Erase it
            </Button>
            <a className="link" href={AT}>
              Change nothing
            </a>
          </p>
        </Notice>
      </section>
    </form>
  )
}

function Asked({ email, reason }: Who) {
  return (
    <>
      <input type="hidden" name="email" value={email} />
      <input type="hidden" name="reason" value={reason} />
    </>
  )
}

function Changed({ outcome }: { outcome: 'asked' | 'spent' | 'gone' }) {
  if (outcome === 'asked') {
    return (
      <Notice look="done" heading="The address is changed">
        <p>A new e-mail to confirm goes there. The letter goes to the MP once its link is pressed.</p>
      </Notice>
    )
  }
  return (
    <Notice look="held" heading="Nothing was changed">
      <p>
        {outcome === 'spent'
          ? 'The address of this letter was changed as often as it may be. They can write it anew.'
          : 'That letter does not wait to be confirmed with this address any more.'}
      </p>
    </Notice>
  )
}

function sentWords(letters: number): string {
  if (letters === 0) return 'No letter waits to be confirmed with that address'
  return `${counted(letters, 'e-mail')} to confirm ${letters === 1 ? 'goes' : 'go'} again`
}
