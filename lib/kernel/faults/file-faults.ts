/** What is wrong with a file that cannot be read, by the system's code for it: to follow its path in a sentence. */
export const fileFaults: Record<string, string> = {
  ENOENT: 'does not exist',
  EISDIR: 'is a folder',
  EACCES: 'may not be read',
}
