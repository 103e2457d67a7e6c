/** Whom a letter is addressed to, a line each: every MP's post goes to the House of Commons. */
export function addressee(mp: { name: string } | null, constituency: string): string[] {
  return [mp ? `${mp.name} MP` : `The Member of Parliament for ${constituency}`, 'House of Commons', 'London SW1A 0AA']
}
