import { describe, expect, test } from 'vitest'
import { campaignContent } from '@/lib/content/content'
import { firstCampaign } from '@/lib/content/first-campaign'
import { onCampaign } from '@/lib/letters/testing'
import { composeLetter } from '@/lib/writing/compose'
import { anyWording } from '@/lib/writing/wordings/any-wording'
import { NO_OWN_WORDS } from './own-words'
import { diceOf, shinglesOf } from './shingles'
import { overlapOf, readSketch, SKETCH_LENGTH, sketchOf } from './sketch'

const content = campaignContent.parse(firstCampaign.content)
const letter = (turn: number, opening = '') =>
  composeLetter(content, {
    own: { ...NO_OWN_WORDS, opening },
    wording: anyWording(content, turn),
    mpName: null,
    constituency: 'Bath',
    nation: 'England',
  }).body

const exact = (one: string, other: string) => diceOf(shinglesOf(one), shinglesOf(other))

describe('the overlap of two letters by their sketches', () => {
  test('is close to the exact one, over some hundred pairs', () =>
    onCampaign(async (ctx) => {
      const texts = Array.from({ length: 20 }, (_, turn) =>
        letter(turn * 11, turn % 3 === 0 ? 'Mine. '.repeat(40) : ''),
      )
      const sketches = await Promise.all(texts.map(async (text) => readSketch(await sketchOf(ctx, text))))
      const errors = texts.flatMap((one, at) =>
        texts.slice(0, at).map((other, before) => {
          const [a, b] = [sketches[at], sketches[before]]
          return a && b ? overlapOf(a, b) - exact(one, other) : Number.NaN
        }),
      )
      const off = errors.reduce((sum, error) => sum + error, 0) / errors.length
      const worst = Math.max(...errors.map(Math.abs))
      console.log(`${errors.length} pairs: off by ${off.toFixed(3)} on average, by ${worst.toFixed(3)} at worst`)
      expect(Math.abs(off)).toBeLessThan(0.02)
      expect(worst).toBeLessThan(0.15)
    }))

  test('is 1 for the same text, however it is set, and 0 for another or none', () =>
    onCampaign(async (ctx) => {
      const of = async (text: string) => readSketch(await sketchOf(ctx, text))
      const text = letter(3)
      expect(overlapOf(await of(text), await of(text.toUpperCase().replace(/[ ,.]/g, '\n')))).toBe(1)
      expect(overlapOf(await of(text), await of('Nothing of it. '.repeat(60)))).toBeLessThan(0.02)
      for (const nothing of ['', '🕊️ !']) expect(overlapOf(await of(nothing), await of(nothing))).toBe(0)
      expect(overlapOf(await of('Stop it'), await of('stop it!'))).toBe(1)
    }))
})

test('a sketch has one length, and holds no word of the letter', () =>
  onCampaign(async (ctx) => {
    for (const text of ['', 'Short', letter(1), 'x'.repeat(10_000)]) {
      expect(await sketchOf(ctx, text)).toMatch(new RegExp(`^[\\w-]{${SKETCH_LENGTH}}$`))
    }
  }))
