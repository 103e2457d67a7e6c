// `npm run worker` and every other command: as it was built, where that is of these sources; else from the source itself.
import { built, canBuild, isBuilt, refuseUnbuilt } from './start/built.mjs'

const [name = ''] = process.argv.splice(2, 1)
if (isBuilt()) await built(`lib/cli/${name}.js`)
else {
  if (!canBuild()) refuseUnbuilt()
  const { register } = await import('tsx/esm/api')
  register()
  await import(`./${name}.ts`)
}
