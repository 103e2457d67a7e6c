import type { Check } from '@/lib/mailer/preflight/check'

/** What was looked at, as lines for a terminal; colour only for a person at one, and never alone. */
export function linesOf({ name, ok, found, todo }: Check): string[] {
  const mark = ok ? 'ok   ' : 'fault'
  const shown = process.stdout.isTTY ? `\u001b[${ok ? 32 : 31}m${mark}\u001b[0m` : mark
  return [`${shown}  ${name}: ${found}`, ...(todo ? [`       ${todo}`] : [])]
}

/** How many of them are not in order, in words. */
export function faultsOf(checks: readonly Check[]): string | null {
  const faults = checks.filter(({ ok }) => !ok).length
  if (faults === 0) return null
  return `${faults === 1 ? 'One thing is' : `${faults} things are`} not in order.`
}
