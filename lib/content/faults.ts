import { campaignContent } from './content'
import { type ContentFields, fieldsOf, textOf, textsOf } from './fields/fields'
import { editorParts, itemFields } from './parts'
import { isRich } from './parts/field'
import { internalLinks, richTextFaults } from './rich-text'

/** What has to be mended before a version can go live; `path` is where, in the content. */
export type ContentFault = { path: string; message: string }

/** Pages of the site that a text may lead to. */
const PAGES = /^\/(?:$|privacy\/?$|accessibility\/?$|my-data\/?$)/

/**
 * Everything for which a content may not be published by itself: what the schema refuses, links that run something
 * or lead nowhere, and HTML. `slugs` are the campaigns that there are: their pages may be linked to.
 */
export function contentFaults(content: unknown, slugs: readonly string[]): ContentFault[] {
  const parsed = campaignContent.safeParse(content)
  const refused = (parsed.error?.issues ?? []).map(({ path, message }) => ({ path: path.join('.'), message }))
  return [...refused, ...textFaults(fieldsOf(content), slugs)]
}

/** What may not stand in formatted text that belongs to no campaign, a sentence each. */
export function ownTextFaults(markdown: string): string[] {
  const nowhere = internalLinks(markdown).filter((link) => !PAGES.test(link.split(/[?#]/)[0] ?? ''))
  return [...richTextFaults(markdown), ...nowhere.map((link) => `there is no page “${link}” here to link to.`)]
}

function textFaults(fields: ContentFields, slugs: readonly string[]): ContentFault[] {
  return richFields(fields).flatMap(({ path, label, text }) => [
    ...richTextFaults(text).map((fault) => ({ path, message: `${label}: ${fault}` })),
    ...internalLinks(text)
      .filter((link) => !leadsSomewhere(link, slugs))
      .map((link) => ({ path, message: `${label}: there is no page “${link}” here to link to.` })),
  ])
}

function richFields(fields: ContentFields): { path: string; label: string; text: string }[] {
  const found: { path: string; label: string; text: string }[] = []
  const add = (path: string, label: string, leaf: string | string[] | undefined) =>
    found.push({ path, label, text: Array.isArray(leaf) ? leaf.join('\n\n') : textOf(leaf) })
  for (const part of editorParts) {
    for (const { key, kind, label } of part.fields) if (isRich(kind)) add(key, label, fields[key])
    const { list } = part
    for (const [at, id] of textsOf(list && fields[list.key]).entries()) {
      for (const { key, kind, label } of itemFields(part, [])) {
        if (isRich(kind)) add(`${list?.key}.${at}.${key}`, label, fields[`${list?.key}.${id}.${key}`])
      }
    }
  }
  return found
}

function leadsSomewhere(link: string, slugs: readonly string[]): boolean {
  if (link.startsWith('#'))
    return ['#asks', '#concerns', '#figures', '#preview', '#questions', '#behind'].includes(link)
  const [path = ''] = link.split(/[?#]/)
  const slug = /^\/campaigns\/([a-z0-9-]+)\/?$/.exec(path)?.[1]
  return slug ? slugs.includes(slug) : PAGES.test(path)
}
