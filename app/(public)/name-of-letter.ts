/** What the pages of a letter call it: one that chases another is said to be the second. */
export function nameOfLetter(letter: { chases: string | null } | null): string {
  return letter?.chases ? 'Your second letter' : 'Your letter'
}
