import { type ReactNode, useId } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { newExchange, withExchange } from '@/app/_server/exchange'
import { islandOf } from './island'

function Named({ words }: { words: string }) {
  return <b id={useId()}>{words}</b>
}

function Around({ children }: { children?: ReactNode }) {
  return <p>{children}</p>
}

const NamedIsland = islandOf('named', Named)
const AroundIsland = islandOf('around', Around)

const rendered = (page: ReactNode) => withExchange(newExchange(), () => renderToString(page))

test('an island is its markup, and beside it what the browser makes it of', () => {
  expect(rendered(<NamedIsland words={'"<i>&'} />)).toMatch(
    /^<dear-island data-of="named" data-id="i1-" data-with="{&quot;words&quot;:&quot;\\&quot;&lt;i&gt;&amp;&quot;}"><b id="[^"]*i1-[^"]*">&quot;&lt;i&gt;&amp;<\/b><\/dear-island>$/,
  )
})

test('each has ids of its own, and a part of one is no island', () => {
  const Both = islandOf('both', () => (
    <>
      <NamedIsland words="one" />
      <NamedIsland words="two" />
    </>
  ))
  const html = rendered(
    <div>
      <Both />
      <NamedIsland words="three" />
      <NamedIsland words="four" />
    </div>,
  )
  expect(html.match(/<dear-island/g)).toHaveLength(3)
  const ids = [...html.matchAll(/<b id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(4)
})

test('its children stay the markup that they are, with islands of their own', () => {
  const html = rendered(
    <AroundIsland>
      <i>kept</i>
      <NamedIsland words="inner" />
    </AroundIsland>,
  )
  expect(html).toContain('<p><dear-children><i>kept</i><dear-island data-of="named"')
  expect(html).toContain('data-with="{}"')
})

test('what is no data is refused by name', () => {
  const Pressed = islandOf('pressed', ({ onPress }: { onPress: () => void }) => <i>{typeof onPress}</i>)
  expect(() => rendered(<Pressed onPress={() => {}} />)).toThrow(
    'The island pressed is given what is no data: onPress.',
  )
  const Shown = islandOf('shown', ({ part }: { part: ReactNode }) => <p>{part}</p>)
  expect(() => rendered(<Shown part={<i />} />)).toThrow('The island shown is given what is no data: $$typeof.')
})
