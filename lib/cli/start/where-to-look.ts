import { env } from '../../kernel/env'

/** Prints where a person who has just started the installation finds things. */
export function whereToLook(): void {
  const { appUrl, mailIsLocal } = env()
  const places = [
    ['The page', appUrl],
    ['Staff sign-in', `${appUrl}/staff/sign-in`],
    ...(mailIsLocal ? [['Local mailbox', `${appUrl}/dev/mailbox`]] : []),
  ]
  for (const [name = '', address] of places) console.log(`${name.padEnd(14)} ${address}`)
}
