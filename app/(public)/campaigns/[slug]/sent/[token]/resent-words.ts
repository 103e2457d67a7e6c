type Words = { look: 'done' | 'info'; heading: string; text: string }

/** What the page says after "Send the e-mail again". */
export function resentWords(outcome: string): Words {
  switch (outcome) {
    case 'sent':
      return { look: 'done', heading: 'We have sent it again', text: 'It should be there in a minute or two.' }
    case 'spent':
      return {
        look: 'info',
        heading: 'We have sent it five times already',
        text: 'If none arrived, the address may be wrong: write your letter again with another one.',
      }
    case 'confirmed':
      return { look: 'done', heading: 'This letter is confirmed', text: 'There is nothing more to do.' }
    default:
      return {
        look: 'info',
        heading: 'One moment',
        text: 'The last e-mail left less than a minute ago. Please wait a minute before you ask for another.',
      }
  }
}
