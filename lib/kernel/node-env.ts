// Imported before anything else: React picks its development or production half when it is first loaded,
// and the e-mails and the pages of one process must have the same.
const mode = process.argv.includes('--dev') ? 'development' : 'production'
Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV || mode, NEXT_TELEMETRY_DISABLED: '1' })
