import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { HeadingHtml } from './heading-html'

const whole = (text: string) => {
  const html = renderToStaticMarkup(createElement(HeadingHtml, { text }))
  expect(html.replace(/<[^>]*>/g, '')).toBe(text)
  return [...html.matchAll(/nowrap">([^<]*)</g)].map(([, kept]) => kept)
}

test.each([
  ['Confirm your letter to Rachel Blake MP', ['Rachel Blake MP']],
  ['Has Rachel Blake MP replied to you?', ['Rachel Blake MP']],
  ['Your letter to Dr Simon Opher MP came back, and is not sent again', ['Simon Opher MP']],
  ['Your letter to Órfhlaith Begley MP was stopped', ['Órfhlaith Begley MP']],
  ['Please post your letter to Rebecca Long-Bailey-Smythe MP', []],
  ['Your letter to your MP was stopped', []],
  ['Figures of 6 October 2020', ['6 October']],
])('of “%s” these stay together: %j', (heading, kept) => expect(whole(heading)).toEqual(kept))
