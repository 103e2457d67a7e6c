import { env } from '@/lib/kernel/env'

/** Prints where a person who has just started the installation finds things. */
export function whereToLook(): void {
  const { appUrl, host, isOnLocalhost, mailIsLocal, port } = env()
  const places = [
    ['The page', appUrl],
    ['Staff sign-in', `${appUrl}/staff/sign-in`],
    ...(mailIsLocal ? [['Local mailbox', `${appUrl}/dev/mailbox`]] : []),
  ]
  if (host === null && !isOnLocalhost) {
    console.log(
      `Listens on this machine alone, at port ${port}, for a proxy on it. HOST=0.0.0.0 lets other machines in.`,
    )
  }
  for (const [name = '', address] of places) console.log(`${name.padEnd(14)} ${address}`)
}
