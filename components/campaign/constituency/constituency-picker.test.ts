import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ConstituencyPicker } from './constituency-picker'

test('each seat can be chosen from the list by its name, whatever is in it', () => {
  const seats = [
    { code: 'W07000112', name: 'Ynys Môn', nation: 'Wales' },
    { code: 'E14001063', name: '</option><script>alert(1)</script>', nation: 'England' },
    { code: 'E14001064', name: 'Rye & "Battle"', nation: 'England' },
  ]
  const html = renderToStaticMarkup(createElement(ConstituencyPicker, { slug: 'peace', source: '', seats }))
  expect(html).toContain(
    '<option value="" selected="">Choose one of 3</option>' +
      '<optgroup label="England">' +
      '<option value="E14001063">&lt;/option&gt;&lt;script&gt;alert(1)&lt;/script&gt;</option>' +
      '<option value="E14001064">Rye &amp; &quot;Battle&quot;</option></optgroup>' +
      '<optgroup label="Wales"><option value="W07000112">Ynys Môn</option></optgroup></select>',
  )
})
