// State: one copy in a process.
import { type ComponentType, createElement, type ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { currentExchange } from '@/app/_server/exchange'
import { CHILDREN_ELEMENT, ISLAND_ELEMENT } from '@/components/islands/element'

// A part of an island is no island of its own. What is rendered to a string is rendered at once.
let isInside = false

/**
 * A component of the browser as the front puts it into a page: its markup, made here, and beside it by what name and with
 * what the browser makes it again. What it is given must be data, but for its children, which stay the markup that they
 * are. The build puts this around each such component.
 */
export function islandOf<Props extends object>(name: string, component: ComponentType<Props>): ComponentType<Props> {
  return function Island(props: Props) {
    if (isInside) return createElement(component, props)
    const exchange = currentExchange()
    exchange.islands += 1
    const id = `i${exchange.islands}-`
    const { children, ...given } = { children: undefined, ...props }
    const html = markupOf(createElement(component, props, asMarkup(children)), id, true)
    return createElement(ISLAND_ELEMENT, {
      'data-of': name,
      'data-id': id,
      'data-with': dataOf(name, given),
      // biome-ignore lint/security/noDangerouslySetInnerHtml: React's own markup, made just now.
      dangerouslySetInnerHTML: { __html: html },
    })
  }
}

function asMarkup(children: ReactNode): ReactNode {
  if (children === undefined) return undefined
  return createElement(CHILDREN_ELEMENT, {
    // biome-ignore lint/security/noDangerouslySetInnerHtml: React's own markup, made just now.
    dangerouslySetInnerHTML: { __html: markupOf(children, `c${currentExchange().islands}-`, false) },
  })
}

function markupOf(element: ReactNode, identifierPrefix: string, inside: boolean): string {
  isInside = inside
  try {
    return renderToString(element, { identifierPrefix })
  } finally {
    isInside = false
  }
}

function dataOf(name: string, given: object): string {
  return JSON.stringify(given, (key, value: unknown) => {
    const isData = typeof value !== 'function' && typeof value !== 'symbol' && key !== '$$typeof'
    if (!isData) throw new Error(`The island ${name} is given what is no data: ${key}.`)
    return value
  })
}
