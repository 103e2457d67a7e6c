/** The way on from a page that hangs on the directory's. */
export function BackToDirectory() {
  return (
    <p>
      <a className="link inline-flex min-h-target items-center" href="/staff/directory">
        Back to the directory
      </a>
    </p>
  )
}
