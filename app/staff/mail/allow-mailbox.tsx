import { posted } from '@/app/_server/request'
import { Part } from '@/components/staff/part'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { TextField } from '@/components/ui/typing/text-field'
import { takeOffList } from './form'

/** Takes a mailbox off the list of those whose owners pressed "never again". */
export function AllowMailbox() {
  const left = posted(takeOffList)
  return (
    <Part id="never-again" heading="Mailboxes that want no mail">
      <form id="allow-mailbox-form" method="post" action="/staff/mail" className="space-y-6">
        {left?.done === 'allowed' && (
          <Notice look="done" heading="Taken off the list">
            <p>The mailbox gets confirmations, reminders and links to data again.</p>
          </Notice>
        )}
        {left?.done === 'not-listed' && (
          <Notice look="info" heading="It is not on the list">
            <p>Nothing has changed: nobody has asked for no more mail to this mailbox.</p>
          </Notice>
        )}
        <p className="max-w-measure">
          Whoever gets a confirmation that is not theirs can press “never again”. The mailbox then gets no mail that
          anybody could set off. We keep no addresses of them: type the one of an owner who has asked you to be taken
          off.
        </p>
        <TextField
          name="mailbox"
          type="email"
          label="E-mail address of its owner"
          width="half"
          autoComplete="off"
          defaultValue={left?.done ? '' : (left?.values.mailbox ?? '')}
          error={left?.faults[0]?.message}
        />
        <Button name="do" value="allow-mailbox">
          Take it off the list
        </Button>
      </form>
    </Part>
  )
}
