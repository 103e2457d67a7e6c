import { addDays } from '@/lib/kernel/time/day'

export type Preset = { words: string; from: string; to: string }

/** The spans that are asked for most; the last where it is known when the campaign began. */
export function presetsOf(today: string, began: string | null): Preset[] {
  return [
    { words: 'Today', from: today, to: today },
    { words: '7 days', from: addDays(today, -6), to: today },
    { words: '30 days', from: addDays(today, -29), to: today },
    ...(began && began <= today ? [{ words: 'Since the start', from: began, to: today }] : []),
  ]
}
