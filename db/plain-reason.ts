// What a person can put right: permissions, a read-only or full disk, a file where a folder should be.
const REASONS: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EROFS: 'it is on a read-only file system',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a part of the path is not a folder',
  EEXIST: 'a file stands where a folder is needed',
  ENOENT: 'no such folder can be made there',
  ELOOP: 'its links go round in a circle',
  ENAMETOOLONG: 'the path is too long',
}

/** Why the file system refused, in plain words; `null` for every other error. */
export function plainReason(error: unknown): string | null {
  return (error instanceof Error && 'code' in error && REASONS[String(error.code)]) || null
}
