import { paragraph } from '@/emails/_components/blocks'
import { longDate } from '@/emails/_components/date'
import type { Notice } from '@/emails/_components/message'
import { greeting, mpTitle, shortSubject } from '@/emails/_components/plain'
import { type ConfirmProps, confirmBlocks, confirmingValues, onceConfirmed } from './confirm'
import { saidIn } from './said-in'

export type ReminderProps = ConfirmProps & { writtenAt: Date }

/** Reminds the supporter, once, that their letter still waits to be confirmed. */
export function reminderEmail(props: ReminderProps): Notice {
  const mp = mpTitle(props.mpName)
  const said = saidIn('reminder', props, { ...confirmingValues(props), 'written on': longDate(props.writtenAt) })
  return {
    kind: 'notice',
    subject: said.subject(
      shortSubject(`Your letter to ${mp} still waits for you`, 'Your letter to your MP still waits for you'),
    ),
    preview:
      props.becomes === 'sent' ? 'It has not been sent: it needs you to confirm it.' : 'It needs you to confirm it.',
    heading: props.becomes === 'sent' ? 'Your letter has not been sent yet' : 'Your letter is not confirmed yet',
    blocks: said.withClosing([
      paragraph(greeting(props.name)),
      ...said.opening,
      paragraph(`${soFar(props)} This is the only reminder.`),
      ...confirmBlocks(props),
    ]),
    because: 'You get this e-mail because your address was given with a letter to an MP.',
    footer: props,
  }
}

function soFar(props: ReminderProps): string {
  return props.becomes === 'sent' ? 'It has not been sent.' : `It is not counted. ${onceConfirmed(props)}`
}
