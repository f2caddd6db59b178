// Builds the web application unless the present build is that of the present sources.
import { loadWebBuild, makeWhole } from '#app/web-build.ts'

await loadWebBuild(() => console.log('building the web application …'))
await makeWhole()
