import { createElement, type ReactNode } from 'react'
import { createRoot, hydrateRoot, type Root } from 'react-dom/client'
import { CHILDREN_ELEMENT, ISLAND_ELEMENT } from './element'
import { type Island, islands } from './islands'

/** So often one is put together anew by itself, where a translation or an extension has moved what it was about to change. */
const MOST_ANEW = 2

type Awake = { root: Root; island: Island; given: Given }
/** What the front has written for an island: data, and the markup of its children. */
type Given = { data: object; children: string | null }

const awake = new WeakMap<Element, Awake>()

/** Gives every island of the page its scripts: each goes on from the markup that is there. */
export function wakeAll(): void {
  for (const element of document.querySelectorAll<HTMLElement>(ISLAND_ELEMENT)) wake(element)
}

/** Gives an island what the same one of a newer page was given. */
export function bringUpToDate(element: HTMLElement, newer: HTMLElement): void {
  const present = awake.get(element)
  if (!present) return
  present.given = givenIn(newer)
  present.root.render(partOf(present))
}

export function isIsland(node: Node): node is HTMLElement {
  return node instanceof HTMLElement && node.localName === ISLAND_ELEMENT
}

/** Gives an island its scripts, once: one that is awake may have been moved to where it is found again. */
export function wake(element: HTMLElement): void {
  const island = islands[element.dataset.of ?? '']
  if (!island || awake.has(element)) return
  const given = givenIn(element)
  const options = (left: number) => ({
    identifierPrefix: element.dataset.id ?? '',
    // Markup that was translated before the scripts came is made anew, and that is all there is to it.
    onRecoverableError: () => {},
    onUncaughtError: (error: unknown) => {
      if (left === 0) return reportError(error)
      // React is done with the root that fell apart only after this.
      setTimeout(() => {
        element.replaceChildren()
        const present = { ...(awake.get(element) ?? { island, given }), root: createRoot(element, options(left - 1)) }
        awake.set(element, present)
        present.root.render(partOf(present))
      })
    },
  })
  const root = hydrateRoot(element, partOf({ island, given }), options(MOST_ANEW))
  awake.set(element, { root, island, given })
}

function partOf({ island, given: { data, children } }: Pick<Awake, 'island' | 'given'>): ReactNode {
  if (children === null) return createElement(island, data)
  const markup = createElement(CHILDREN_ELEMENT, {
    // biome-ignore lint/security/noDangerouslySetInnerHtml: what stands in the page already, as the front wrote it.
    dangerouslySetInnerHTML: { __html: children },
    suppressHydrationWarning: true,
  })
  return createElement(island, data, markup)
}

function givenIn(element: HTMLElement): Given {
  return {
    // The front wrote it, for this very component.
    data: JSON.parse(element.dataset.with ?? '{}') as object,
    children: element.querySelector(CHILDREN_ELEMENT)?.innerHTML ?? null,
  }
}
