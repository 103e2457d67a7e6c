const MOST = 10_000

/** Texts of 10,000 characters, the most that a letter or own words may have, each hard on another part of what reads them. */
export const costlyTexts: Record<string, string> = {
  blanks: `x${' '.repeat(MOST - 2)}x`,
  'blanks of Unicode': `x${'\u2003\u00a0'.repeat(MOST / 2 - 1)}x`,
  'line ends': 'x\n \n'.repeat(MOST / 4),
  emoji: `x${'😀'.repeat(MOST - 1)}`,
  'runs of joiners': `x${'👩‍👩‍👧‍👦'.repeat(MOST / 8)}`,
  'marks on one letter': `e${'\u0323\u0301\u0327\u0302'.repeat(MOST / 4 - 1)}`,
  'marks on many letters': 'e\u0323\u0301\u0327\u0302'.repeat(MOST / 5),
  'two scripts': 'аж aж '.repeat(MOST / 6),
  'many scripts': 'aжαאعअகกあ한中'.repeat(MOST / 11),
  'one word': 'a'.repeat(MOST),
  'short words': 'a b, '.repeat(MOST / 5),
  sentences: 'I. A? O! '.repeat(MOST / 9),
  links: 'http://a.bc '.repeat(MOST / 12),
  addresses: `${'a'.repeat(50)}@`.repeat(MOST / 51),
  'signs of Markdown': '- **a* '.repeat(MOST / 7),
  'both directions': 'a\u05d0\u0661('.repeat(MOST / 4),
}
