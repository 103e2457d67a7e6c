import { unbrokenText } from '@/components/ui/unbroken'
import { type RichPart, readRichText } from '@/lib/content/rich-text'

/** Text of a campaign with its emphasis, links and lists. Its links open nothing but pages, mail and telephones. */
export function RichText({ text }: { text: string | readonly string[] }) {
  const blocks = readRichText(typeof text === 'string' ? text : text.join('\n\n'))
  return blocks.map((block, at) => {
    if (block.kind === 'paragraph') {
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: a block is known by its place.
        <p key={at}>
          <Parts parts={block.parts} />
        </p>
      )
    }
    const List = block.ordered ? 'ol' : 'ul'
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above.
      <List key={at} className={`space-y-1 pl-6 ${block.ordered ? 'list-decimal' : 'list-[square]'}`}>
        {block.items.map((item, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above.
          <li key={place}>
            <Parts parts={item} />
          </li>
        ))}
      </List>
    )
  })
}

/** Text that goes on within another paragraph. */
export function RichWords({ text }: { text: string }) {
  return readRichText(text).map((block, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a block is known by its place.
    <Parts key={at} parts={block.kind === 'paragraph' ? block.parts : block.items.flat()} />
  ))
}

function Parts({ parts }: { parts: readonly RichPart[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a part is known by its place.
  return parts.map((part, at) => <Part key={at} part={part} />)
}

function Part({ part }: { part: RichPart }) {
  if (part.kind === 'text') return unbrokenText(part.text)
  const inner = <Parts parts={part.parts} />
  if (part.kind === 'link') {
    return (
      <a href={part.href} className="link" rel="noopener">
        {inner}
      </a>
    )
  }
  return part.kind === 'strong' ? <strong>{inner}</strong> : <em>{inner}</em>
}
