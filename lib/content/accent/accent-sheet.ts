import { accentThatHolds } from './accent'
import { ownColour } from './accent-name'

/** The rules of an accent of one's own, as `app/palettes.css` has them for a palette; `null` where there is none of that name. */
export function accentSheet(name: string): string | null {
  const colour = ownColour(name)
  const accent = colour && accentThatHolds(colour)
  if (!accent) return null
  const { light, dark, post } = accent
  return `${ruleOf(name, { ...light, post })}\n@media screen and (prefers-color-scheme: dark) {\n${ruleOf(name, dark)}\n}\n`
}

type Shades = { accent: string; press: string; wash: string; slip: string; post?: string }

function ruleOf(name: string, { accent, press, wash, slip, post }: Shades): string {
  const variables = { accent, 'accent-press': press, 'accent-wash': wash, slip, ...(post && { post }) }
  const lines = Object.entries(variables).map(([variable, colour]) => `  --${variable}: ${colour};`)
  return [`[data-palette="${name}"] {`, ...lines, '}'].join('\n')
}
