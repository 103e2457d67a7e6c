import type { Block } from './blocks'
import { footerLines } from './footer'
import type { Notice } from './message'
import { letterText } from './sent-letter'
import { wrap } from './wrap'

const RULE = '-'.repeat(60)

/** The plain-text part of a notice. */
export function noticeText(notice: Notice): string {
  const footer = footerLines(notice.footer).map(({ text, url }) => (url ? labelled(text, url) : wrap(text)))
  const parts = [
    underlined(notice.heading, '='),
    ...notice.blocks.map(blockText),
    RULE,
    wrap(notice.because),
    ...footer,
  ]
  return `${parts.join('\n\n')}\n`
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return underlined(block.text, '-')
    case 'paragraph':
      return wrap(block.text)
    case 'list':
      return block.items.map((item) => `* ${wrap(item, '  ')}`).join('\n')
    case 'facts':
      return block.facts.map(({ label, value }) => wrap(`${label}: ${value}`, '  ')).join('\n')
    case 'button':
    case 'link':
      return labelled(block.label, block.url)
    case 'answers':
      return block.answers.map(({ label, url }) => labelled(label, url)).join('\n\n')
    case 'address':
      return block.lines.map((line) => `    ${line}`).join('\n')
    case 'letter':
      return `${RULE}\n\n${letterText(block.letter)}\n\n${RULE}`
  }
}

function labelled(label: string, url: string): string {
  return `${wrap(`${label}:`)}\n${url}`
}

function underlined(text: string, with_: string): string {
  const lines = wrap(text)
  const widest = Math.max(...lines.split('\n').map((line) => line.length))
  return `${lines}\n${with_.repeat(widest)}`
}
