import { expect, test } from 'vitest'
import { embedSnippet } from './embed-snippet'

const parts = { appUrl: 'https://letters.example', slug: 'a', title: 'Write', site: '' }

test('the snippet is two lines: the frame with a title, and the script', () => {
  expect(embedSnippet(parts).split('\n')).toEqual([
    '<iframe src="https://letters.example/embed/a?utm_medium=embed" title="Write" width="100%" height="680" loading="lazy" style="border:0;max-width:44rem"></iframe>',
    '<script src="https://letters.example/embed.js" async></script>',
  ])
})

test('what the site is called is counted, and breaks out of nothing', () => {
  const snippet = embedSnippet({ ...parts, title: 'Say "no" to <arms> & more', site: 'a"b&c' })
  expect(snippet).toContain('/embed/a?utm_source=a%22b%26c&amp;utm_medium=embed"')
  expect(snippet).toContain('title="Say &quot;no&quot; to &lt;arms&gt; &amp; more"')
})
