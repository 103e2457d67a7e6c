/** Whom a logo is of, and what an administrator has said that it shows. */
type Named = { alt: string; operator: string }

/** What a logo says to those who do not see it: nothing where the text beside it says as much, and something elsewhere. */
export function logoInWords({ alt, operator }: Named, beside: string): string {
  const isSaid = [alt, operator].some((words) => words !== '' && says(beside, words))
  return isSaid ? '' : alt || operator || 'Logo of whoever runs this site'
}

function says(text: string, words: string): boolean {
  return text.toLowerCase().includes(words.toLowerCase())
}
