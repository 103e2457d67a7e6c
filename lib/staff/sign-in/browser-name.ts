import Bowser from 'bowser'
import { oneLine } from '@/lib/kernel/text'

/** What a browser calls itself, in a few words: "Firefox on Windows". Empty where it does not say. */
export function browserName(userAgent: string | null): string {
  if (!userAgent) return ''
  const { browser, os } = Bowser.parse(userAgent)
  const names = [browser.name, os.name].flatMap((name) => (name ? [oneLine(name).slice(0, 60)] : []))
  return names.join(' on ')
}
