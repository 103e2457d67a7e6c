import { Children, createElement, type ReactNode } from 'react'
import { inUnbrokenPieces } from '@/lib/kernel/unbroken'

/**
 * Words in which "e-mail", a postcode, a day, and a house's number with its street never stand on two lines; elements
 * are left as they are.
 * A text stands in an element that is replaced whole, as a browser's translation puts nodes of its own in place of it.
 */
export function Unbroken({ children }: { children: ReactNode }): ReactNode {
  if (Array.isArray(children)) {
    return Children.map(joined(children), (child) => (typeof child === 'string' ? inElement(child) : child))
  }
  return typeof children === 'string' ? inElement(children) : children
}

/** The same of a text that is an element's only content: in it as it is, where nothing in it has to be kept whole. */
export function unbrokenText(text: string): ReactNode {
  return inUnbrokenPieces(text).length > 1 ? inElement(text) : text
}

/** A sentence is one text, however many values it was made of: a translation needs it whole. */
function joined(children: ReactNode[]): ReactNode[] {
  const all: ReactNode[] = []
  for (const child of children.flat()) {
    const before = all.at(-1)
    const text = typeof child === 'number' ? String(child) : child
    if (typeof text === 'string' && typeof before === 'string') all[all.length - 1] = before + text
    else if (text !== null && text !== undefined && typeof text !== 'boolean') all.push(text)
  }
  return all
}

function inElement(text: string): ReactNode {
  const pieces = inUnbrokenPieces(text)
  if (pieces.length === 1) return <span key={text}>{text}</span>
  // In turn such as may break, and such as may not.
  const parts = pieces.map((piece, at) => createElement('span', at % 2 === 1 ? WHOLE : null, piece))
  return createElement('span', { key: text }, ...parts)
}

// Where a phone's line is too short even for one day, with text at twice its size, it may break after all.
const WHOLE = { className: 'tight:whitespace-nowrap' }
